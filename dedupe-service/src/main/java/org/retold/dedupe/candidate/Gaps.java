package org.retold.dedupe.candidate;

import java.util.Arrays;
import java.util.function.IntToLongFunction;
import java.util.stream.IntStream;

/** Places that have become free in buckets that were full, and who is to come back to each: the newest that had left. */
final class Gaps {

    private static final int NOBODY = -1;

    private final int[] keys;
    private final long[] before;
    private final long[] arrivals;
    private final int[] entries;

    /**
     * @param keys of the buckets, ascending
     * @param oldest arrival in the bucket of a key; whoever had left it came before
     */
    Gaps(int[] keys, IntToLongFunction oldest) {
        this.keys = keys;
        this.before = IntStream.of(keys).mapToLong(oldest).toArray();
        this.arrivals = new long[keys.length];
        this.entries = new int[keys.length];
        Arrays.fill(entries, NOBODY);
    }

    /**
     * @param table holds the keys of an article, ascending
     * @param from where they begin
     * @param to one past the last
     */
    void offer(int[] table, int from, int to, long arrival) {
        int gap = 0;
        int entry = from;
        while (gap < keys.length && entry < to) {
            if (table[entry] < keys[gap]) {
                entry++;
            } else if (table[entry] > keys[gap]) {
                gap++;
            } else {
                offer(gap++, entry++, arrival);
            }
        }
    }

    private void offer(int gap, int entry, long arrival) {
        if (arrival < before[gap] && (entries[gap] == NOBODY || arrival > arrivals[gap])) {
            entries[gap] = entry;
            arrivals[gap] = arrival;
        }
    }

    /** Entries that come back; of a gap that nobody had left, none. */
    IntStream filled() {
        return IntStream.of(entries).filter(entry -> entry != NOBODY);
    }
}
