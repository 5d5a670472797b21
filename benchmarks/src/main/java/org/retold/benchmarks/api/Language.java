package org.retold.benchmarks.api;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;

/**
 * A language with invented words that are as frequent as words are: the word of rank r occurs in proportion to
 * 1 / (r + 30), after Zipf and Mandelbrot; between them stand real words that carry no meaning.
 */
final class Language {

    static final int WORDS = 40_000;

    private static final int FLATTENED = 30;
    private static final double EMPTY_SHARE = 0.4;

    private static final List<String> SYLLABLES = List.of(
            ("ba bel bo bri ca cen cor da del dor fa fen ga gel gri ha hel ja jor ka kel kor la len lo ma mer mo na nel no"
                            + " pa per pol qua ra ren ri sa sel sor ta tel tor va ven vi wa za zen")
                    .split(" ", -1));

    private final String code;
    private final List<String> words;
    private final List<String> emptyWords;
    private final RankDraw ranks = new RankDraw(WORDS, FLATTENED);

    private Language(String code, List<String> words, List<String> emptyWords) {
        this.code = code;
        this.words = words;
        this.emptyWords = emptyWords;
    }

    /** @param emptyWords articles, prepositions and the like; the words of two languages differ */
    static Language invented(String code, String... emptyWords) {
        SplittableRandom random = new SplittableRandom(code.hashCode());
        Set<String> words = new LinkedHashSet<>();
        while (words.size() < WORDS) {
            words.add(word(random, 2 + random.nextInt(3)));
        }
        return new Language(code, new ArrayList<>(words), List.of(emptyWords));
    }

    /** A word of that many syllables. */
    static String word(SplittableRandom random, int syllables) {
        StringBuilder word = new StringBuilder();
        for (int n = 0; n < syllables; n++) {
            word.append(SYLLABLES.get(random.nextInt(SYLLABLES.size())));
        }
        return word.toString();
    }

    /** Two letters, ISO 639-1. */
    String code() {
        return code;
    }

    /** Every word that means something, the most frequent first. */
    List<String> words() {
        return words;
    }

    List<String> emptyWords() {
        return emptyWords;
    }

    String word(SplittableRandom random) {
        return random.nextDouble() < EMPTY_SHARE
                ? emptyWords.get(random.nextInt(emptyWords.size()))
                : words.get(ranks.draw(random));
    }

    /** A word that means something, as often as texts have it. */
    String wordWithMeaning(SplittableRandom random) {
        return words.get(ranks.draw(random));
    }
}
