package org.retold.normalize.language;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Small words that no text of a language does without: a text that lacks them is in a language that we do not know. */
final class CommonWords {

    /**
     * Least share of the words. Texts of 400 characters have 0.06 and more, half of them 0.14 (Dutch) to 0.25 (German)
     * and more; texts in neighbouring languages have less than 0.04.
     */
    private static final double LEAST_SHARE = 0.05;

    private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}]+");

    private static final Map<String, Set<String>> WORDS = read();

    private CommonWords() {}

    /**
     * Whether a text has the words of a language.
     *
     * @param language two letters; one without a list is believed
     */
    static boolean areIn(String text, String language) {
        Set<String> common = WORDS.get(language);
        if (common == null) {
            return true;
        }
        List<String> words = BETWEEN_WORDS
                .splitAsStream(text.toLowerCase(Locale.ROOT))
                .filter(word -> !word.isEmpty())
                .toList();
        return words.stream().filter(common::contains).count() >= words.size() * LEAST_SHARE;
    }

    private static Map<String, Set<String>> read() {
        try (InputStream in = CommonWords.class.getResourceAsStream("common-words.txt")) {
            if (in == null) {
                throw new IllegalStateException("common-words.txt is not on the class path");
            }
            return new BufferedReader(new InputStreamReader(in, UTF_8))
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .collect(Collectors.toUnmodifiableMap(
                            line -> line.substring(0, 2),
                            line -> Set.of(line.substring(3).split(" "))));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
