package org.retold.dedupe.candidate;

import java.util.Arrays;

/**
 * Which slots keys lead to, the newest {@link #MOST} of each: a table by key, and beside it the slots of keys that have more
 * than one, those of a key in one row, because a key is read far more often than it is written. Rows have room for 3, 7,
 * 15, 31 or 64 slots; one that is left is used again. Not thread-safe.
 */
final class Buckets {

    /** Slots that one key leads to; older ones leave it first. */
    static final int MOST = 64;

    private static final int EMPTY = Integer.MIN_VALUE;
    private static final int NONE = -1;
    private static final int[] ROOM = {3, 7, 15, 31, MOST};

    private int[] keys = new int[16];

    /** By the place of a key: its only slot, the complement of where its row begins, or {@link #EMPTY}. */
    private int[] leads = empty(16);

    private int used;

    /** Rows one after the other: how many slots are in it and the size of its room, then the slots, oldest first. */
    private int[] rows = new int[64];

    private int end;

    /** Where a row of each size begins that nobody uses; its first slot is where the next one does. */
    private final int[] free = {NONE, NONE, NONE, NONE, NONE};

    /** As the newest of the key; where it is full, the oldest leaves. */
    void addNewest(int key, int slot) {
        int row = rowWithRoom(key, slot);
        if (row != NONE) {
            int count = count(row);
            if (count == MOST) {
                System.arraycopy(rows, row + 2, rows, row + 1, MOST - 1);
                rows[row + MOST] = slot;
            } else {
                rows[row + 1 + count] = slot;
                rows[row]++;
            }
        }
    }

    /** As the oldest of the key, which has room for it. */
    void addOldest(int key, int slot) {
        int row = rowWithRoom(key, slot);
        if (row != NONE) {
            int count = count(row);
            if (count == MOST) {
                throw new IllegalStateException("key %d leads to %d slots".formatted(key, MOST));
            }
            System.arraycopy(rows, row + 1, rows, row + 2, count);
            rows[row + 1] = slot;
            rows[row]++;
        }
    }

    /** Does nothing where the key does not lead there any more. */
    void remove(int key, int slot) {
        int place = place(key);
        int lead = leads[place];
        if (lead == slot) {
            clear(place);
        } else if (lead < 0 && lead != EMPTY) {
            int row = ~lead;
            int count = count(row);
            for (int at = row + 1; at <= row + count; at++) {
                if (rows[at] == slot) {
                    System.arraycopy(rows, at + 1, rows, at, row + count - at);
                    rows[row]--;
                    if (count == 2) {
                        leads[place] = rows[row + 1];
                        give(row);
                    }
                    return;
                }
            }
        }
    }

    /**
     * The slots that a key leads to, oldest first.
     *
     * @param into has room for {@link #MOST}
     * @return how many they are
     */
    int read(int key, int[] into) {
        int lead = leads[place(key)];
        if (lead >= 0) {
            into[0] = lead;
            return 1;
        }
        if (lead == EMPTY) {
            return 0;
        }
        int count = count(~lead);
        System.arraycopy(rows, ~lead + 1, into, 0, count);
        return count;
    }

    /** The row of a key, with room for another slot or full; none where the slot is the key's first, which is noted. */
    private int rowWithRoom(int key, int slot) {
        int place = place(key);
        int lead = leads[place];
        if (lead == EMPTY) {
            keys[place] = key;
            leads[place] = slot;
            if (++used > (keys.length / 4) * 3) {
                grow();
            }
            return NONE;
        }
        int row;
        if (lead >= 0) {
            row = take(0);
            rows[row]++;
            rows[row + 1] = lead;
        } else if (count(~lead) < ROOM[size(~lead)] || count(~lead) == MOST) {
            return ~lead;
        } else {
            int full = ~lead;
            row = take(size(full) + 1);
            rows[row] += count(full);
            System.arraycopy(rows, full + 1, rows, row + 1, count(full));
            give(full);
        }
        leads[place] = ~row;
        return row;
    }

    private int count(int row) {
        return rows[row] & 0xff;
    }

    private int size(int row) {
        return rows[row] >>> 8;
    }

    /** An empty row. */
    private int take(int size) {
        int row = free[size];
        if (row == NONE) {
            row = end;
            end += 1 + ROOM[size];
            if (end > rows.length) {
                rows = Arrays.copyOf(rows, Math.max(end, rows.length + (rows.length >> 1)));
            }
        } else {
            free[size] = rows[row + 1];
        }
        rows[row] = size << 8;
        return row;
    }

    private void give(int row) {
        int size = size(row);
        rows[row + 1] = free[size];
        free[size] = row;
    }

    /** Where the key is, or would be. */
    private int place(int key) {
        int mask = keys.length - 1;
        int place = home(key, mask);
        while (leads[place] != EMPTY && keys[place] != key) {
            place = (place + 1) & mask;
        }
        return place;
    }

    private static int home(int key, int mask) {
        int hash = key * 0x9e3779b9;
        return (hash ^ (hash >>> 15)) & mask;
    }

    /** Keys that follow without a gap move up, where they would not be found otherwise. */
    private void clear(int place) {
        int mask = keys.length - 1;
        int gap = place;
        for (int next = (place + 1) & mask; leads[next] != EMPTY; next = (next + 1) & mask) {
            int home = home(keys[next], mask);
            if (((next - home) & mask) >= ((next - gap) & mask)) {
                keys[gap] = keys[next];
                leads[gap] = leads[next];
                gap = next;
            }
        }
        leads[gap] = EMPTY;
        used--;
    }

    private void grow() {
        int[] oldKeys = keys;
        int[] oldLeads = leads;
        keys = new int[2 * oldKeys.length];
        leads = empty(2 * oldKeys.length);
        for (int at = 0; at < oldKeys.length; at++) {
            if (oldLeads[at] != EMPTY) {
                int place = place(oldKeys[at]);
                keys[place] = oldKeys[at];
                leads[place] = oldLeads[at];
            }
        }
    }

    private static int[] empty(int length) {
        int[] array = new int[length];
        Arrays.fill(array, EMPTY);
        return array;
    }
}
