package org.retold.dedupe.verify;

import org.retold.dedupe.view.View;

/** What the cheap score needs of a view: six bytes a term, small enough to have it in memory for every article. */
public final class Gist {

    private static final int WEIGHT_STEPS = 16;

    private final int[] hashes;
    private final short[] weights;
    private final double totalWeight;

    private Gist(int[] hashes, short[] weights, double totalWeight) {
        this.hashes = hashes;
        this.weights = weights;
        this.totalWeight = totalWeight;
    }

    public static Gist of(View view) {
        int[] hashes = new int[view.terms()];
        short[] weights = new short[view.terms()];
        for (int i = 0; i < hashes.length; i++) {
            hashes[i] = view.hash(i);
            weights[i] = (short) (view.kind(i).code() << 8 | Math.round(view.weight(i) * WEIGHT_STEPS));
        }
        return new Gist(hashes, weights, view.totalWeight());
    }

    int terms() {
        return hashes.length;
    }

    /** Ascending. */
    int hash(int term) {
        return hashes[term];
    }

    int kind(int term) {
        return weights[term] >> 8;
    }

    /** In sixteenths. */
    int weight(int term) {
        return weights[term] & 0xff;
    }

    double totalWeight() {
        return totalWeight;
    }

    /** The square of a weight, from the square of its sixteenths. */
    static double squared(int sixteenths) {
        return (double) sixteenths / (WEIGHT_STEPS * WEIGHT_STEPS);
    }
}
