package org.retold.dedupe.sketch;

import java.util.Arrays;

/** Puts weights in descending order by counting; weights come in sixteenths, up to sixteen. Reused; not thread-safe. */
final class HeaviestFirst {

    private static final int STEPS = 256;

    private final int[] starts = new int[STEPS + 1];
    private int[] order = new int[512];

    /** The weight of an element. */
    interface Weights {
        float of(int element);
    }

    void order(int count, Weights weights) {
        if (order.length < count) {
            order = new int[count * 2];
        }
        Arrays.fill(starts, 0);
        for (int i = 0; i < count; i++) {
            starts[step(weights.of(i)) + 1]++;
        }
        for (int step = 0; step < STEPS; step++) {
            starts[step + 1] += starts[step];
        }
        for (int i = 0; i < count; i++) {
            order[starts[step(weights.of(i))]++] = i;
        }
    }

    int at(int rank) {
        return order[rank];
    }

    private static int step(float weight) {
        return STEPS - 1 - Math.min(STEPS - 1, (int) (weight * 16));
    }
}
