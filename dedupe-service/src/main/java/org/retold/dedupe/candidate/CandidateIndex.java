package org.retold.dedupe.candidate;

import java.util.Arrays;
import java.util.function.IntToLongFunction;
import java.util.stream.IntStream;
import org.retold.dedupe.sketch.Sketch;

/**
 * In-memory LSH index of one shard's articles, each in a slot that its owner chose. Entries are chained from a table of
 * heads; an entry's slot follows from its position, so it costs its key and a link. A bucket keeps its newest
 * {@link #MOST_IN_BUCKET} articles: a key that many have tells little. Not thread-safe.
 */
public final class CandidateIndex {

    /** Articles that one key leads to; older ones leave it first. */
    static final int MOST_IN_BUCKET = 64;

    private static final int NONE = -1;
    private static final short FREE = -1;
    private static final int WIDTH = Sketch.MOST_KEYS;

    private int[] heads = filled(1 << 12);
    private int[] keys = {};
    private int[] next = {};

    /** Keys of each slot; 0 for one that has none, {@link #FREE} for one that is empty. */
    private short[] lengths = {};

    private int size;
    private int entries;

    private int[] tally = new int[256];
    private int[] touched = new int[256];
    private final int[] met = new int[MOST_IN_BUCKET];

    /**
     * @param slot small and dense: slots of removed articles are to be used again
     */
    public void insert(int slot, Sketch sketch) {
        room(slot);
        if (lengths[slot] != FREE) {
            throw new IllegalStateException("slot %d is taken".formatted(slot));
        }
        lengths[slot] = (short) sketch.size();
        size++;
        if (entries + sketch.size() > heads.length) {
            rehash();
        }
        for (int band = 0; band < sketch.size(); band++) {
            link(slot * WIDTH + band, sketch.key(band));
        }
    }

    private void link(int entry, int key) {
        keys[entry] = key;
        int bucket = bucket(key);
        int before = NONE;
        int same = 0;
        for (int at = heads[bucket]; at != NONE; at = next[at]) {
            if (keys[at] == key && ++same == MOST_IN_BUCKET) {
                unlink(bucket, before, at);
                break;
            }
            before = at;
        }
        next[entry] = heads[bucket];
        heads[bucket] = entry;
        entries++;
    }

    private void unlink(int bucket, int before, int at) {
        if (before == NONE) {
            heads[bucket] = next[at];
        } else {
            next[before] = next[at];
        }
        entries--;
    }

    public void remove(int slot) {
        if (slot >= lengths.length || lengths[slot] == FREE) {
            throw new IllegalStateException("slot %d is empty".formatted(slot));
        }
        int end = slot * WIDTH + lengths[slot];
        lengths[slot] = FREE;
        size--;
        for (int entry = slot * WIDTH; entry < end; entry++) {
            int bucket = bucket(keys[entry]);
            int before = NONE;
            for (int at = heads[bucket]; at != NONE; at = next[at]) {
                if (at == entry) {
                    unlink(bucket, before, at);
                    break;
                }
                before = at;
            }
        }
    }

    /**
     * Removes an article that is not the oldest. Where it leaves a bucket that was full, the newest of those that had to
     * leave comes back, so that the index is the one that would be there without the article. Looks through all slots
     * then: for what is rare.
     *
     * @param arrival of the article in a slot: lower came earlier
     */
    public void withdraw(int slot, IntToLongFunction arrival) {
        int[] full = fullKeys(slot);
        remove(slot);
        if (full.length > 0) {
            Gaps gaps = new Gaps(
                    full,
                    key -> linked(key)
                            .mapToLong(entry -> arrival.applyAsLong(entry / WIDTH))
                            .min()
                            .orElseThrow());
            for (int other = 0; other < lengths.length; other++) {
                if (lengths[other] > 0) {
                    int begin = other * WIDTH;
                    gaps.offer(keys, begin, begin + lengths[other], arrival.applyAsLong(other));
                }
            }
            gaps.filled().forEach(this::append);
        }
    }

    /** Keys through which the article is found as one of {@link #MOST_IN_BUCKET}, ascending. */
    private int[] fullKeys(int slot) {
        int begin = slot * WIDTH;
        return IntStream.range(begin, begin + Math.max(0, lengths[slot]))
                .filter(entry -> {
                    int[] linked = linked(keys[entry]).toArray();
                    return linked.length == MOST_IN_BUCKET
                            && IntStream.of(linked).anyMatch(other -> other == entry);
                })
                .map(entry -> keys[entry])
                .toArray();
    }

    /** As the oldest of its bucket. */
    private void append(int entry) {
        int bucket = bucket(keys[entry]);
        int last = NONE;
        for (int at = heads[bucket]; at != NONE; at = next[at]) {
            last = at;
        }
        if (last == NONE) {
            heads[bucket] = entry;
        } else {
            next[last] = entry;
        }
        next[entry] = NONE;
        entries++;
    }

    /** Entries that the key leads to, newest first. */
    private IntStream linked(int key) {
        return IntStream.iterate(heads[bucket(key)], at -> at != NONE, at -> next[at])
                .filter(at -> keys[at] == key);
    }

    /**
     * Slots that share a band key with the probe: most shared weight first, then the lower slot. A key weighs the less
     * the more articles have it.
     *
     * @param limit at most so many
     */
    public int[] candidates(Sketch probe, int limit) {
        int found = 0;
        for (int band = 0; band < probe.size(); band++) {
            int key = probe.key(band);
            int bucket = bucket(key);
            int same = 0;
            for (int at = heads[bucket]; at != NONE; at = next[at]) {
                if (keys[at] == key) {
                    met[same++] = at / WIDTH;
                }
            }
            int worth = worth(same);
            for (int i = 0; i < same; i++) {
                int slot = met[i];
                if (tally[slot] == 0) {
                    if (found == touched.length) {
                        touched = Arrays.copyOf(touched, found * 2);
                    }
                    touched[found++] = slot;
                }
                tally[slot] += worth;
            }
        }
        return best(found, limit);
    }

    /** 1 to 1,024. */
    private static int worth(int same) {
        return 1024 / (8 + same) * 9;
    }

    private int[] best(int found, int limit) {
        long[] order = new long[found];
        for (int i = 0; i < found; i++) {
            int slot = touched[i];
            order[i] = ((long) -tally[slot] << 32) | slot;
            tally[slot] = 0;
        }
        Arrays.sort(order);
        int[] slots = new int[Math.min(limit, found)];
        for (int i = 0; i < slots.length; i++) {
            slots[i] = (int) order[i];
        }
        return slots;
    }

    /** Articles in the index. */
    public int size() {
        return size;
    }

    private int bucket(int key) {
        int hash = key * 0x9e3779b9;
        return (hash ^ (hash >>> 15)) & (heads.length - 1);
    }

    private void room(int slot) {
        int before = lengths.length;
        if (slot >= before) {
            int slots = Math.max(256, Math.max(slot + 1, before + (before >> 1)));
            if ((long) slots * WIDTH > Integer.MAX_VALUE - 8) {
                throw new IllegalStateException("a shard holds at most %d articles".formatted(before));
            }
            lengths = Arrays.copyOf(lengths, slots);
            Arrays.fill(lengths, before, slots, FREE);
            keys = Arrays.copyOf(keys, slots * WIDTH);
            next = Arrays.copyOf(next, slots * WIDTH);
            tally = Arrays.copyOf(tally, slots);
        }
    }

    /** Twice as many chains; the order within a key stays. */
    private void rehash() {
        int[] old = heads;
        heads = filled(old.length * 2);
        int[] chain = new int[64];
        for (int head : old) {
            int n = 0;
            for (int at = head; at != NONE; at = next[at]) {
                if (n == chain.length) {
                    chain = Arrays.copyOf(chain, n * 2);
                }
                chain[n++] = at;
            }
            while (n > 0) {
                int entry = chain[--n];
                int bucket = bucket(keys[entry]);
                next[entry] = heads[bucket];
                heads[bucket] = entry;
            }
        }
    }

    private static int[] filled(int length) {
        int[] array = new int[length];
        Arrays.fill(array, NONE);
        return array;
    }
}
