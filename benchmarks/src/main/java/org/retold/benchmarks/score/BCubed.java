package org.retold.benchmarks.score;

import java.util.HashMap;
import java.util.Map;
import java.util.function.IntPredicate;

/**
 * B³ of a clustering (Bagga and Baldwin 1998): over all articles, how much of the article's cluster is of its story, and
 * how much of its story is in its cluster. Every article alone scores more than half on news: never to be read alone.
 *
 * @param precision sum over the articles
 * @param recall sum over the articles
 * @param articles how many they are
 */
public record BCubed(double precision, double recall, int articles) {

    public static final BCubed NONE = new BCubed(0, 0, 0);

    /** The part of the chosen articles, in the clustering of all. */
    public static BCubed of(int[] story, int[] label, IntPredicate chosen) {
        Map<Integer, Integer> stories = new HashMap<>();
        Map<Integer, Integer> labels = new HashMap<>();
        Map<Long, Integer> both = new HashMap<>();
        for (int i = 0; i < story.length; i++) {
            stories.merge(story[i], 1, Integer::sum);
            labels.merge(label[i], 1, Integer::sum);
            both.merge(key(story[i], label[i]), 1, Integer::sum);
        }
        double precision = 0;
        double recall = 0;
        int articles = 0;
        for (int i = 0; i < story.length; i++) {
            if (chosen.test(i)) {
                double shared = both.getOrDefault(key(story[i], label[i]), 0);
                precision += shared / labels.getOrDefault(label[i], 1);
                recall += shared / stories.getOrDefault(story[i], 1);
                articles++;
            }
        }
        return new BCubed(precision, recall, articles);
    }

    private static long key(int story, int label) {
        return (long) story << 32 | label;
    }

    public BCubed plus(BCubed other) {
        return new BCubed(precision + other.precision, recall + other.recall, articles + other.articles);
    }

    /** Harmonic mean of both means, 0 to 1. */
    public double f1() {
        return precision + recall == 0 ? 0 : 2 * precision * recall / ((precision + recall) * articles);
    }
}
