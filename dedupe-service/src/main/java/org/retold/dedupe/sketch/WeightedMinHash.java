package org.retold.dedupe.sketch;

import java.util.Arrays;

/**
 * ProbMinHash (Ertl, doi 10.1109/TKDE.2020.3021176): a signature whose components of two weighted sets are equal with
 * the probability Jaccard similarity of the sets. Each element strews random points over the components, the more the
 * heavier it is, and the least point of a component wins it. How far points must be drawn until each component has one
 * is known beforehand from the weight of the set, so the cost is about that of the set plus that of the signature. Reused
 * for many sets; not thread-safe.
 */
final class WeightedMinHash {

    /** Points are drawn so much further than is usual that one set of twenty needs a second attempt. */
    private static final double SURPLUS = 3;

    private final int size;
    private final double usual;
    private final double[] least;
    private final int[] signature;

    /**
     * @param size components of a signature
     */
    WeightedMinHash(int size) {
        this.size = size;
        usual = size * (StrictMath.log(size) + SURPLUS);
        least = new double[size];
        signature = new int[size];
    }

    /** Makes the signature of a set, which does not depend on the order of its elements. */
    void read(WeightedSet set) {
        Arrays.fill(signature, 0);
        if (set.size() == 0) {
            return;
        }
        int won = 0;
        for (double reach = usual / set.totalWeight(); won < size; reach *= 2) {
            won = strew(set, reach);
        }
    }

    /** @return how many components have a point */
    private int strew(WeightedSet set, double reach) {
        Arrays.fill(least, reach);
        for (int i = 0; i < set.size(); i++) {
            int element = set.element(i);
            double scale = 1 / set.weight(i);
            long state = (element * 0x9e3779b97f4a7c15L) ^ 0x2545f4914f6cdd1dL;
            long bits = mixed(state);
            for (double point = Exponential.of(bits) * scale; point < reach; point += Exponential.of(bits) * scale) {
                int at = (int) (((bits & 0xffffffffL) * size) >>> 32);
                if (point < least[at]) {
                    least[at] = point;
                    signature[at] = element;
                }
                state += 0x9e3779b97f4a7c15L;
                bits = mixed(state);
            }
        }
        int won = 0;
        for (double point : least) {
            won += point < reach ? 1 : 0;
        }
        return won;
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
