package org.retold.dedupe.view;

/** The one hash of terms: FNV-1a over the characters, mixed at the end (murmur3's finaliser). Part of the view version. */
final class Hash {

    /** What a word's hash begins with, before {@link #step} for each character and {@link #mixed} at the end. */
    static final int START = 0x811c9dc5;

    private Hash() {}

    static int of(char[] text, int from, int to, int kind) {
        int hash = START ^ kind;
        for (int i = from; i < to; i++) {
            hash = step(hash, text[i]);
        }
        return mixed(hash);
    }

    static int of(String text, int kind) {
        int hash = START ^ kind;
        for (int i = 0; i < text.length(); i++) {
            hash = step(hash, text.charAt(i));
        }
        return mixed(hash);
    }

    static int step(int hash, char c) {
        return (hash ^ c) * 0x01000193;
    }

    static int of(long value, int kind) {
        long hash = (value + kind * 0x9e3779b97f4a7c15L) * 0xbf58476d1ce4e5b9L;
        return mixed((int) (hash ^ (hash >>> 32)));
    }

    static int mixed(int hash) {
        int h = hash;
        h ^= h >>> 16;
        h *= 0x85ebca6b;
        h ^= h >>> 13;
        h *= 0xc2b2ae35;
        return h ^ (h >>> 16);
    }
}
