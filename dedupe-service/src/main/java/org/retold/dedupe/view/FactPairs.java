package org.retold.dedupe.view;

import java.util.Arrays;

/**
 * Pairs of the rarest terms of a sentence: who with what, which number of what. Unordered, each by one hash; the weight
 * is that of the lesser term.
 */
public final class FactPairs {

    private static final int RAREST_OF_A_SENTENCE = 7;
    private static final float LEAST_WEIGHT = 2.5f;

    private final int[] hashes;
    private final float[] weights;
    private final double totalWeight;

    private FactPairs(int[] hashes, float[] weights) {
        this.hashes = hashes;
        this.weights = weights;
        double sum = 0;
        for (float weight : weights) {
            sum += weight;
        }
        totalWeight = sum;
    }

    static FactPairs of(View view) {
        long[] found = new long[64];
        int count = 0;
        int[] rare = new int[RAREST_OF_A_SENTENCE];
        for (int sentence = 0; sentence < view.sentences(); sentence++) {
            int kept = rarest(view, sentence, rare);
            if (count + kept * kept > found.length) {
                found = Arrays.copyOf(found, Math.max(found.length * 2, count + kept * kept));
            }
            for (int i = 0; i < kept; i++) {
                for (int j = 0; j < i; j++) {
                    int a = view.hash(rare[i]);
                    int b = view.hash(rare[j]);
                    int pair = Hash.mixed(Math.min(a, b) * 0x9e3779b9 + Math.max(a, b));
                    float weight = Math.min(view.weight(rare[i]), view.weight(rare[j]));
                    found[count++] = ((long) pair << 32) | Float.floatToIntBits(weight);
                }
            }
        }
        HashOrder.sort(found, count);
        int distinct = 0;
        for (int i = 0; i < count; i++) {
            if (i + 1 == count || found[i] >> 32 != found[i + 1] >> 32) {
                found[distinct++] = found[i];
            }
        }
        int[] hashes = new int[distinct];
        float[] weights = new float[distinct];
        for (int i = 0; i < distinct; i++) {
            hashes[i] = (int) (found[i] >> 32);
            weights[i] = Float.intBitsToFloat((int) found[i]);
        }
        return new FactPairs(hashes, weights);
    }

    /** The sentence's rarest distinct terms, into {@code rare}; ties go to the lower hash. */
    private static int rarest(View view, int sentence, int[] rare) {
        int kept = 0;
        for (int position = view.sentenceStart(sentence); position < view.sentenceEnd(sentence); position++) {
            int term = view.termAt(position);
            float weight = view.weight(term);
            if (weight < LEAST_WEIGHT) {
                continue;
            }
            boolean known = false;
            for (int i = 0; i < kept && !known; i++) {
                known = rare[i] == term;
            }
            if (known) {
                continue;
            }
            int at = kept < rare.length ? kept++ : kept;
            while (at > 0 && before(view, term, weight, rare[at - 1])) {
                if (at < rare.length) {
                    rare[at] = rare[at - 1];
                }
                at--;
            }
            if (at < rare.length) {
                rare[at] = term;
            }
        }
        return kept;
    }

    private static boolean before(View view, int term, float weight, int other) {
        float otherWeight = view.weight(other);
        return weight > otherWeight || (weight == otherWeight && view.hash(term) < view.hash(other));
    }

    public int size() {
        return hashes.length;
    }

    /** Hash of a pair; ascending. */
    public int hash(int pair) {
        return hashes[pair];
    }

    public float weight(int pair) {
        return weights[pair];
    }

    public double totalWeight() {
        return totalWeight;
    }
}
