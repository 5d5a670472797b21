package org.retold.benchmarks.score;

import java.util.HashMap;
import java.util.Map;
import java.util.function.IntPredicate;

/**
 * Pairs of articles that are together.
 *
 * @param right in the clustering and in the gold stories
 * @param found in the clustering
 * @param gold in the gold stories
 */
public record PairCount(double right, double found, double gold) {

    public static final PairCount NONE = new PairCount(0, 0, 0);

    /** All pairs that touch the chosen articles; a pair with one of them counts half. */
    public static PairCount of(int[] story, int[] label, IntPredicate chosen) {
        PairCount all = within(story, label, i -> true);
        PairCount others = within(story, label, chosen.negate());
        PairCount inside = within(story, label, chosen);
        return new PairCount(
                (all.right - others.right + inside.right) / 2,
                (all.found - others.found + inside.found) / 2,
                (all.gold - others.gold + inside.gold) / 2);
    }

    public static PairCount within(int[] story, int[] label, IntPredicate chosen) {
        Map<Long, Integer> both = new HashMap<>();
        Map<Integer, Integer> labels = new HashMap<>();
        Map<Integer, Integer> stories = new HashMap<>();
        for (int i = 0; i < story.length; i++) {
            if (chosen.test(i)) {
                both.merge((long) story[i] << 32 | label[i], 1, Integer::sum);
                labels.merge(label[i], 1, Integer::sum);
                stories.merge(story[i], 1, Integer::sum);
            }
        }
        return new PairCount(pairs(both), pairs(labels), pairs(stories));
    }

    private static double pairs(Map<?, Integer> sizes) {
        double sum = 0;
        for (int size : sizes.values()) {
            sum += size * (size - 1.0) / 2;
        }
        return sum;
    }

    /** Adjusted Rand index of a clustering, 1 for the gold stories, about 0 for chance. */
    public static double adjustedRand(int[] story, int[] label) {
        return within(story, label, i -> true).adjustedRand(story.length);
    }

    /** The same, from the pairs of so many articles. */
    public double adjustedRand(int articles) {
        double possible = articles * (articles - 1.0) / 2;
        double expected = possible == 0 ? 0 : found * gold / possible;
        double greatest = (found + gold) / 2;
        return greatest == expected ? 1 : (right - expected) / (greatest - expected);
    }

    public PairCount plus(PairCount other) {
        return new PairCount(right + other.right, found + other.found, gold + other.gold);
    }

    public double precision() {
        return found == 0 ? 1 : right / found;
    }

    public double recall() {
        return gold == 0 ? 1 : right / gold;
    }

    public double f1() {
        double sum = precision() + recall();
        return sum == 0 ? 0 : 2 * precision() * recall() / sum;
    }
}
