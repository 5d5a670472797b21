package org.retold.dedupe.sketch;

import java.util.Arrays;

/** Elements, all different, with their weights. Reused for many sets; not thread-safe. */
final class WeightedSet {

    private int[] elements = new int[512];
    private double[] weights = new double[512];
    private int size;
    private double totalWeight;

    /** Begins with the empty set. */
    void clear() {
        size = 0;
        totalWeight = 0;
    }

    /**
     * @param weight more than 0
     */
    void add(int element, double weight) {
        if (size == elements.length) {
            elements = Arrays.copyOf(elements, size * 2);
            weights = Arrays.copyOf(weights, size * 2);
        }
        elements[size] = element;
        weights[size++] = weight;
        totalWeight += weight;
    }

    int size() {
        return size;
    }

    int element(int at) {
        return elements[at];
    }

    double weight(int at) {
        return weights[at];
    }

    double totalWeight() {
        return totalWeight;
    }
}
