package org.retold.dedupe.sketch;

/** The band keys of one article. An article that is too short to judge has none. */
public final class Sketch {

    /** The most keys a sketch has. */
    public static final int MOST_KEYS = 160;

    private final int[] keys;

    Sketch(int[] keys) {
        this.keys = keys;
    }

    public int size() {
        return keys.length;
    }

    public int key(int band) {
        return keys[band];
    }
}
