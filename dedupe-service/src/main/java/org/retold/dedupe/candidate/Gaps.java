package org.retold.dedupe.candidate;

import java.util.Arrays;
import java.util.function.IntToLongFunction;
import java.util.stream.IntStream;
import org.retold.dedupe.sketch.Sketch;

/** Places that have become free in buckets that were full, and who is to come back to each: the newest that had left. */
final class Gaps {

    private static final int NOBODY = -1;

    private final int[] keys;
    private final long[] before;
    private final long[] arrivals;
    private final int[] slots;

    /** Takes a slot back into the bucket of a key. */
    interface Filling {
        void fill(int key, int slot);
    }

    /**
     * @param keys of the buckets, ascending
     * @param oldest arrival in the bucket of a key; whoever had left it came before
     */
    Gaps(int[] keys, IntToLongFunction oldest) {
        this.keys = keys;
        this.before = IntStream.of(keys).mapToLong(oldest).toArray();
        this.arrivals = new long[keys.length];
        this.slots = new int[keys.length];
        Arrays.fill(slots, NOBODY);
    }

    /** An article that may have left some of the buckets. */
    void offer(int slot, Sketch sketch, long arrival) {
        int gap = 0;
        int band = 0;
        while (gap < keys.length && band < sketch.size()) {
            if (sketch.key(band) < keys[gap]) {
                band++;
            } else if (sketch.key(band) > keys[gap]) {
                gap++;
            } else {
                offer(gap++, slot, arrival);
                band++;
            }
        }
    }

    private void offer(int gap, int slot, long arrival) {
        if (arrival < before[gap] && (slots[gap] == NOBODY || arrival > arrivals[gap])) {
            slots[gap] = slot;
            arrivals[gap] = arrival;
        }
    }

    /** A gap that nobody had left stays. */
    void fill(Filling filling) {
        for (int gap = 0; gap < keys.length; gap++) {
            if (slots[gap] != NOBODY) {
                filling.fill(keys[gap], slots[gap]);
            }
        }
    }
}
