package org.retold.benchmarks.score;

import java.util.HashMap;
import java.util.Map;
import java.util.function.IntPredicate;

/**
 * How well stories that were found agree with labelled ones.
 *
 * @param articles that were scored
 * @param alone of them, those that are alone in their labelled story: look-alikes
 * @param pulledIn of these, those that are not alone in the story that was found
 */
public record Agreement(PairCount pairs, BCubed bCubed, int articles, int alone, int pulledIn) {

    public static final Agreement NONE = new Agreement(PairCount.NONE, BCubed.NONE, 0, 0, 0);

    public static Agreement of(int[] story, int[] label) {
        return of(story, label, article -> true);
    }

    /** The part of the chosen articles: a pair of a chosen and another article counts half. */
    public static Agreement of(int[] story, int[] label, IntPredicate chosen) {
        Map<Integer, Integer> stories = sizes(story);
        Map<Integer, Integer> labels = sizes(label);
        int articles = 0;
        int alone = 0;
        int pulledIn = 0;
        for (int i = 0; i < story.length; i++) {
            if (chosen.test(i)) {
                articles++;
                if (stories.getOrDefault(story[i], 0) == 1) {
                    alone++;
                    pulledIn += labels.getOrDefault(label[i], 0) > 1 ? 1 : 0;
                }
            }
        }
        return new Agreement(
                PairCount.of(story, label, chosen), BCubed.of(story, label, chosen), articles, alone, pulledIn);
    }

    private static Map<Integer, Integer> sizes(int[] numbers) {
        Map<Integer, Integer> sizes = new HashMap<>();
        for (int number : numbers) {
            sizes.merge(number, 1, Integer::sum);
        }
        return sizes;
    }

    public Agreement plus(Agreement other) {
        return new Agreement(
                pairs.plus(other.pairs),
                bCubed.plus(other.bCubed),
                articles + other.articles,
                alone + other.alone,
                pulledIn + other.pulledIn);
    }

    /** Adjusted Rand index, 1 for the labelled stories, about 0 for chance. */
    public double adjustedRand() {
        return pairs.adjustedRand(articles);
    }
}
