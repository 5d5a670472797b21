package org.retold.dedupe.candidate;

import org.retold.dedupe.sketch.Sketch;

/** In-memory LSH index of one shard's articles, each in a slot that its owner chose. Not thread-safe. */
@SuppressWarnings("DoNotCallSuggester")
public final class CandidateIndex {

    /**
     * @param slot small and dense: slots of removed articles are to be used again
     */
    public void insert(int slot, Sketch sketch) {
        throw new UnsupportedOperationException("not yet");
    }

    /**
     * @param sketch the one it was inserted with
     */
    public void remove(int slot, Sketch sketch) {
        throw new UnsupportedOperationException("not yet");
    }

    /**
     * Slots that share a band key with the probe: most shared weight first, then the lower slot.
     *
     * @param limit at most so many
     */
    public int[] candidates(Sketch probe, int limit) {
        throw new UnsupportedOperationException("not yet");
    }

    /** Articles in the index. */
    public int size() {
        throw new UnsupportedOperationException("not yet");
    }
}
