package org.retold.benchmarks.score;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * How well predicted stories agree with the gold ones.
 *
 * @param articles number of scored articles
 * @param stories number of predicted stories
 * @param largest articles in the largest predicted story
 * @param precision share of predicted pairs that are gold pairs, 0 to 1; 1 where nothing is predicted
 * @param recall share of gold pairs that were predicted, 0 to 1; 1 where there are none
 * @param ari adjusted Rand index, at most 1, about 0 for chance (Hubert and Arabie 1985, doi:10.1007/BF01908075)
 */
public record ClusterScore(int articles, int stories, int largest, double precision, double recall, double ari) {

    /**
     * @param gold story of each article
     * @param predicted story of each article, in the same order
     */
    public static ClusterScore of(List<String> gold, List<String> predicted) {
        if (gold.size() != predicted.size()) {
            throw new IllegalArgumentException(
                    "%d gold labels, %d predicted ones".formatted(gold.size(), predicted.size()));
        }
        Map<String, Integer> goldSizes = new HashMap<>();
        Map<String, Integer> predictedSizes = new HashMap<>();
        Map<List<String>, Integer> sharedSizes = new HashMap<>();
        for (int i = 0; i < gold.size(); i++) {
            goldSizes.merge(gold.get(i), 1, Integer::sum);
            predictedSizes.merge(predicted.get(i), 1, Integer::sum);
            sharedSizes.merge(List.of(gold.get(i), predicted.get(i)), 1, Integer::sum);
        }
        double both = pairs(sharedSizes.values());
        double ofGold = pairs(goldSizes.values());
        double ofPredicted = pairs(predictedSizes.values());
        double all = pairs(List.of(gold.size()));
        double expected = all == 0 ? 0 : ofGold * ofPredicted / all;
        double mean = (ofGold + ofPredicted) / 2;
        return new ClusterScore(
                gold.size(),
                predictedSizes.size(),
                predictedSizes.values().stream().mapToInt(size -> size).max().orElse(0),
                ofPredicted == 0 ? 1 : both / ofPredicted,
                ofGold == 0 ? 1 : both / ofGold,
                mean == expected ? 1 : (both - expected) / (mean - expected));
    }

    /** Harmonic mean of pair precision and recall, 0 to 1. */
    public double f1() {
        return precision + recall == 0 ? 0 : 2 * precision * recall / (precision + recall);
    }

    private static double pairs(Collection<Integer> sizes) {
        return sizes.stream().mapToDouble(size -> size * (size - 1.0) / 2).sum();
    }
}
