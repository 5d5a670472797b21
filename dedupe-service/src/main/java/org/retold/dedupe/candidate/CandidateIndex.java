package org.retold.dedupe.candidate;

import java.util.Arrays;
import java.util.Objects;
import java.util.function.IntToLongFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.retold.dedupe.sketch.Sketch;

/**
 * In-memory LSH index of one shard's articles, each in a slot that its owner chose. A bucket keeps its newest
 * {@link #MOST_IN_BUCKET} articles: a key that many have tells little. Not thread-safe.
 */
public final class CandidateIndex {

    /** Articles that one key leads to; older ones leave it first. */
    static final int MOST_IN_BUCKET = Buckets.MOST;

    /** Keys are spread over so many, so that none takes long when it grows. */
    private static final int PARTS = 256;

    private final Buckets[] parts = Stream.generate(Buckets::new).limit(PARTS).toArray(Buckets[]::new);

    /** By slot. */
    private @Nullable Sketch[] sketches = new @Nullable Sketch[256];

    private int size;

    private int[] tally = new int[256];
    private int[] touched = new int[256];
    private final int[] met = new int[MOST_IN_BUCKET];

    /**
     * @param slot small and dense: slots of removed articles are to be used again
     */
    public void insert(int slot, Sketch sketch) {
        room(slot);
        if (sketches[slot] != null) {
            throw new IllegalStateException("slot %d is taken".formatted(slot));
        }
        sketches[slot] = sketch;
        size++;
        for (int band = 0; band < sketch.size(); band++) {
            part(sketch.key(band)).addNewest(sketch.key(band), slot);
        }
    }

    public void remove(int slot) {
        Sketch sketch = sketch(slot);
        sketches[slot] = null;
        size--;
        for (int band = 0; band < sketch.size(); band++) {
            part(sketch.key(band)).remove(sketch.key(band), slot);
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
            Gaps gaps =
                    new Gaps(full, key -> linked(key).mapToLong(arrival).min().orElseThrow());
            for (int other = 0; other < sketches.length; other++) {
                Sketch sketch = sketches[other];
                if (sketch != null) {
                    gaps.offer(other, sketch, arrival.applyAsLong(other));
                }
            }
            gaps.fill((key, back) -> part(key).addOldest(key, back));
        }
    }

    /** Keys through which the article is found as one of {@link #MOST_IN_BUCKET}, ascending. */
    private int[] fullKeys(int slot) {
        Sketch sketch = sketch(slot);
        return IntStream.range(0, sketch.size())
                .map(sketch::key)
                .filter(key ->
                        linked(key).count() == MOST_IN_BUCKET && linked(key).anyMatch(other -> other == slot))
                .toArray();
    }

    /** Slots that the key leads to. */
    private IntStream linked(int key) {
        int count = part(key).read(key, met);
        return Arrays.stream(Arrays.copyOf(met, count));
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
            int same = part(key).read(key, met);
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
    static int worth(int same) {
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

    /** By other bits of the key than its place in the part. */
    private Buckets part(int key) {
        return parts[(key * 0x9e3779b9) >>> 24];
    }

    private Sketch sketch(int slot) {
        if (slot >= sketches.length || sketches[slot] == null) {
            throw new IllegalStateException("slot %d is empty".formatted(slot));
        }
        return Objects.requireNonNull(sketches[slot]);
    }

    private void room(int slot) {
        if (slot >= sketches.length) {
            int slots = Math.max(slot + 1, sketches.length + (sketches.length >> 1));
            sketches = Arrays.copyOf(sketches, slots);
            tally = Arrays.copyOf(tally, slots);
        }
    }
}
