package org.retold.api.comparison;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A word at its place.
 *
 * @param from first character in its block
 * @param to one past the last
 * @param folded without case and accents
 */
record Word(int block, int from, int to, String folded) {

    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{M}\\p{N}]+");
    private static final Pattern ACCENT = Pattern.compile("\\p{M}+");

    /** Texts are compared up to so many words. */
    private static final int MOST = 5_000;

    static List<Word> of(List<String> blocks) {
        List<Word> words = new ArrayList<>();
        for (int block = 0; block < blocks.size(); block++) {
            Matcher word = WORD.matcher(blocks.get(block));
            while (word.find() && words.size() < MOST) {
                words.add(new Word(block, word.start(), word.end(), folded(word.group())));
            }
        }
        return words;
    }

    static String folded(String text) {
        return ACCENT.matcher(Normalizer.normalize(text, Normalizer.Form.NFD))
                .replaceAll("")
                .toLowerCase(Locale.ROOT);
    }
}
