package org.retold.dedupe.view;

/**
 * Open-addressed map from a hash to a number of 0 or more; absent is {@link #ABSENT}. A key lies beside its value, so that
 * a look-up touches one line of the cache. Filled once, then read by many.
 */
final class IntTable {

    static final int ABSENT = -1;

    /** Key in the upper half, value plus one in the lower; 0 is free. */
    private long[] entries;

    private int size;

    IntTable(int expected) {
        entries = new long[Integer.highestOneBit(Math.max(8, expected * 2)) * 2];
    }

    int get(int key) {
        return (int) entries[at(key)] - 1;
    }

    void put(int key, int value) {
        if (size * 2 >= entries.length) {
            grow();
        }
        int at = at(key);
        size += entries[at] == 0 ? 1 : 0;
        entries[at] = ((long) key << 32) | (value + 1);
    }

    /** Where a key is, or would be. */
    private int at(int key) {
        int mask = entries.length - 1;
        int at = key & mask;
        while (entries[at] != 0 && (int) (entries[at] >> 32) != key) {
            at = (at + 1) & mask;
        }
        return at;
    }

    /** Calls the visitor with every key and its value, in no particular order. */
    void forEach(Visitor visitor) {
        for (long entry : entries) {
            if (entry != 0) {
                visitor.entry((int) (entry >> 32), (int) entry - 1);
            }
        }
    }

    /** What {@link #forEach} calls. */
    interface Visitor {
        void entry(int key, int value);
    }

    private void grow() {
        long[] old = entries;
        entries = new long[old.length * 2];
        for (long entry : old) {
            if (entry != 0) {
                entries[at((int) (entry >> 32))] = entry;
            }
        }
    }
}
