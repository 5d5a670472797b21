package org.retold.benchmarks.baseline;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a baseline reads of an article.
 *
 * @param language two letters
 * @param title not blank: where there was none, the first sentence
 */
public record Text(String language, String title, String body) {

    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{M}\\p{N}]+");

    /** Lower-case words of title and body. */
    List<String> words() {
        List<String> words = new ArrayList<>();
        Matcher matcher = WORD.matcher((title + "\n" + body).toLowerCase(Locale.ROOT));
        while (matcher.find()) {
            words.add(matcher.group());
        }
        return words;
    }

    /** Runs of so many words; a shorter text is one run. */
    List<String> runs(int length) {
        List<String> words = words();
        List<String> runs = new ArrayList<>();
        for (int from = 0; from == 0 || from + length <= words.size(); from++) {
            runs.add(String.join(" ", words.subList(from, Math.min(words.size(), from + length))));
        }
        return runs;
    }
}
