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
import java.util.Optional;
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

    /** A text with this share of a language's words, and a third as many of any other's at most, is in it. */
    private static final double PLAIN_SHARE = 0.10;

    private static final int FEWEST = 5;
    private static final int DISTANCE = 3;

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
        List<String> words = words(text);
        return count(words, common) >= words.size() * LEAST_SHARE;
    }

    /** The language whose words a text is full of, where it has next to none of those of any other; two letters. */
    static Optional<String> onlyOf(String text) {
        List<String> words = words(text);
        String fullest = "";
        long most = 0;
        long next = 0;
        for (Map.Entry<String, Set<String>> language : WORDS.entrySet()) {
            long count = count(words, language.getValue());
            next = Math.max(next, Math.min(count, most));
            if (count > most) {
                most = count;
                fullest = language.getKey();
            }
        }
        return most >= Math.max(FEWEST, words.size() * PLAIN_SHARE) && next * DISTANCE <= most
                ? Optional.of(fullest)
                : Optional.empty();
    }

    private static List<String> words(String text) {
        return BETWEEN_WORDS
                .splitAsStream(text.toLowerCase(Locale.ROOT))
                .filter(word -> !word.isEmpty())
                .toList();
    }

    private static long count(List<String> words, Set<String> common) {
        return words.stream().filter(common::contains).count();
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
