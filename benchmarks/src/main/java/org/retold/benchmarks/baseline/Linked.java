package org.retold.benchmarks.baseline;

/** Articles that are linked, directly or through others, are one story. */
final class Linked {

    private final int[] parent;

    Linked(int articles) {
        parent = new int[articles];
        for (int i = 0; i < articles; i++) {
            parent[i] = i;
        }
    }

    void link(int one, int other) {
        parent[root(one)] = root(other);
    }

    private int root(int article) {
        int at = article;
        while (parent[at] != at) {
            parent[at] = parent[parent[at]];
            at = parent[at];
        }
        return at;
    }

    int[] stories() {
        int[] stories = new int[parent.length];
        for (int i = 0; i < stories.length; i++) {
            stories[i] = root(i);
        }
        return stories;
    }
}
