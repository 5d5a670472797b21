package org.retold.dedupe.sketch;

import java.util.Arrays;

/**
 * ProbMinHash1 (Ertl, doi 10.1109/TKDE.2020.3021176): a signature whose components of two weighted sets are equal with
 * the probability Jaccard similarity of the sets. The cost is about that of the set plus that of the signature, whatever
 * their sizes. Reused for many sets; not thread-safe.
 */
final class WeightedMinHash {

    private final int size;
    private final double[] least;
    private final double[] bound;
    private final int[] signature;

    /**
     * @param size components of a signature, a power of two
     */
    WeightedMinHash(int size) {
        this.size = size;
        least = new double[size];
        bound = new double[2 * size];
        signature = new int[size];
    }

    /** Begins with the empty set. */
    void reset() {
        Arrays.fill(least, Double.POSITIVE_INFINITY);
        Arrays.fill(bound, Double.POSITIVE_INFINITY);
        Arrays.fill(signature, 0);
    }

    /** Adds an element; heavier elements first is fastest, the result does not depend on the order. */
    void add(int element, double weight) {
        long state = (element * 0x9e3779b97f4a7c15L) ^ 0x2545f4914f6cdd1dL;
        double point = 0;
        while (true) {
            state += 0x9e3779b97f4a7c15L;
            long bits = mixed(state);
            point -= Math.log(((bits >>> 11) + 1) * 0x1p-53) / weight;
            if (point >= bound[1]) {
                return;
            }
            state += 0x9e3779b97f4a7c15L;
            int at = (int) (mixed(state) >>> 32) & (size - 1);
            if (point < least[at]) {
                least[at] = point;
                signature[at] = element;
                lower(at, point);
            }
        }
    }

    /** A tournament keeps the greatest of all least points at its root. */
    private void lower(int at, double point) {
        int node = at + size;
        bound[node] = point;
        while (node > 1) {
            double greatest = Math.max(bound[node], bound[node ^ 1]);
            node >>= 1;
            if (bound[node] <= greatest) {
                return;
            }
            bound[node] = greatest;
        }
    }

    /** The element that won a component; 0 for the empty set. */
    int component(int at) {
        return signature[at];
    }

    /** The finaliser of SplitMix64. */
    private static long mixed(long value) {
        long z = value;
        z = (z ^ (z >>> 30)) * 0xbf58476d1ce4e5b9L;
        z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
        return z ^ (z >>> 31);
    }
}
