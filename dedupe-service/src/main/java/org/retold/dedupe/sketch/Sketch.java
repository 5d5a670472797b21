package org.retold.dedupe.sketch;

import java.util.Arrays;

/** The band keys of one article, all different and ascending. An article that is too short to judge has none. */
public final class Sketch {

    /** The most keys a sketch has. */
    public static final int MOST_KEYS = Sketches.TERM_BANDS
            + Sketches.PAIR_BANDS
            + Sketches.NEUTRAL_BANDS
            + Sketches.SINGLE_BANDS
            + Sketches.SHINGLE_BANDS;

    private final int[] keys;

    Sketch(int[] keys) {
        this.keys = keys;
    }

    /** @param keys all different, at most {@link #MOST_KEYS} */
    public static Sketch of(int[] keys) {
        return new Sketch(keys.clone());
    }

    public int size() {
        return keys.length;
    }

    public int key(int at) {
        return keys[at];
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Sketch sketch && Arrays.equals(keys, sketch.keys);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(keys);
    }
}
