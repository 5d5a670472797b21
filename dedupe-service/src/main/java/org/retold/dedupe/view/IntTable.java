package org.retold.dedupe.view;

import java.util.Arrays;

/** Open-addressed map from a hash to a small number; absent is {@link #ABSENT}. Filled once, then read by many. */
final class IntTable {

    static final int ABSENT = Integer.MIN_VALUE;

    private int[] keys;
    private int[] values;
    private int size;

    IntTable(int expected) {
        int capacity = Integer.highestOneBit(Math.max(8, expected * 2)) * 2;
        keys = new int[capacity];
        values = new int[capacity];
        Arrays.fill(values, ABSENT);
    }

    int get(int key) {
        int mask = keys.length - 1;
        int i = key & mask;
        while (values[i] != ABSENT) {
            if (keys[i] == key) {
                return values[i];
            }
            i = (i + 1) & mask;
        }
        return ABSENT;
    }

    void put(int key, int value) {
        if (size * 2 >= keys.length) {
            grow();
        }
        int mask = keys.length - 1;
        int i = key & mask;
        while (values[i] != ABSENT && keys[i] != key) {
            i = (i + 1) & mask;
        }
        if (values[i] == ABSENT) {
            size++;
        }
        keys[i] = key;
        values[i] = value;
    }

    /** Calls the visitor with every key and its value, in no particular order. */
    void forEach(Visitor visitor) {
        for (int i = 0; i < keys.length; i++) {
            if (values[i] != ABSENT) {
                visitor.entry(keys[i], values[i]);
            }
        }
    }

    /** What {@link #forEach} calls. */
    interface Visitor {
        void entry(int key, int value);
    }

    private void grow() {
        int[] oldKeys = keys;
        int[] oldValues = values;
        keys = new int[oldKeys.length * 2];
        values = new int[oldKeys.length * 2];
        Arrays.fill(values, ABSENT);
        size = 0;
        for (int i = 0; i < oldKeys.length; i++) {
            if (oldValues[i] != ABSENT) {
                put(oldKeys[i], oldValues[i]);
            }
        }
    }
}
