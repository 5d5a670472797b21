package org.retold.dedupe.view;

import java.util.Arrays;
import java.util.List;

/**
 * MinHash of the word 3-shingles by one permutation with optimal densification: each hash falls into one of
 * {@link #SIZE} bins, the bin keeps its least, an empty bin borrows from another by a hash of its own (doi
 * 10.48550/arXiv.1703.04664). Only the low 16 bits are kept: two of 65,536 unequal bins seem equal.
 */
public final class Shingles {

    /** Bins of a signature. */
    public static final int SIZE = 128;

    private static final int WORDS = 3;

    private Shingles() {}

    /** The signature of a text alone; empty for a text of two words or fewer. */
    public static short[] of(String title, List<String> paragraphs) {
        Words words = new Words(Lexicon.of(Tongue.OTHER), Views.MOST_WORDS);
        words.read(title, paragraphs);
        return signature(words);
    }

    static short[] signature(Words words) {
        int[] least = new int[SIZE];
        Arrays.fill(least, Integer.MAX_VALUE);
        int n = words.count;
        int previous = 0;
        int beforePrevious = 0;
        boolean any = false;
        for (int i = 0; i < n; i++) {
            int word = words.hash[i];
            if (i >= WORDS - 1) {
                int hash = Hash.mixed(word + 31 * (previous + 31 * beforePrevious));
                int bin = hash >>> 25;
                int value = hash & 0x1ffffff;
                if (value < least[bin]) {
                    least[bin] = value;
                }
                any = true;
            }
            beforePrevious = previous;
            previous = word;
        }
        return any ? densified(least) : new short[0];
    }

    private static short[] densified(int[] least) {
        short[] signature = new short[SIZE];
        for (int bin = 0; bin < SIZE; bin++) {
            int from = bin;
            for (int attempt = 1; least[from] == Integer.MAX_VALUE; attempt++) {
                from = Hash.mixed(bin * 0x9e3779b9 + attempt) >>> 25;
            }
            signature[bin] = (short) Hash.mixed(least[from] + from * 0x632be5ab);
        }
        return signature;
    }

    /** @return estimated Jaccard similarity of two texts' shingles, 0 to 1 */
    public static double similarity(short[] a, short[] b) {
        if (a.length == 0 || b.length == 0) {
            return 0;
        }
        int equal = 0;
        for (int i = 0; i < SIZE; i++) {
            equal += a[i] == b[i] ? 1 : 0;
        }
        return (double) equal / SIZE;
    }
}
