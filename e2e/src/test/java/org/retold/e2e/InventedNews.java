package org.retold.e2e;

import java.util.Random;

/** Reports of invented words: no two of them have anything in common. */
final class InventedNews {

    private static final String CONSONANTS = "bcdfglmnprstv";
    private static final String VOWELS = "aeiou";

    private final Random random;

    /** @param seed the same seed tells the same news */
    InventedNews(long seed) {
        random = new Random(seed);
    }

    /** Of some words. */
    String headline() {
        return sentence(6);
    }

    /** Four paragraphs, some 1,000 characters. */
    String report() {
        return String.join("\n\n", sentence(30), sentence(40), sentence(35), sentence(25));
    }

    private String sentence(int words) {
        StringBuilder sentence = new StringBuilder();
        for (int i = 0; i < words; i++) {
            sentence.append(i == 0 ? "" : " ").append(word());
        }
        sentence.setCharAt(0, Character.toUpperCase(sentence.charAt(0)));
        return sentence.append('.').toString();
    }

    private String word() {
        StringBuilder word = new StringBuilder();
        int syllables = 2 + random.nextInt(3);
        for (int i = 0; i < syllables; i++) {
            word.append(CONSONANTS.charAt(random.nextInt(CONSONANTS.length())))
                    .append(VOWELS.charAt(random.nextInt(VOWELS.length())));
        }
        return word.toString();
    }
}
