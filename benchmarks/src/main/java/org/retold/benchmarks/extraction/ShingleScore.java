package org.retold.benchmarks.extraction;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** The measure of article-extraction-benchmark: word 4-grams, precision and recall averaged over pages. */
final class ShingleScore {

    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}\\p{M}_]+");

    private final List<Double> precisions = new ArrayList<>();
    private final List<Double> recalls = new ArrayList<>();

    void add(String truth, String predicted) {
        Map<String, Integer> expected = shingles(truth);
        Map<String, Integer> found = shingles(predicted);
        int common = expected.entrySet().stream()
                .mapToInt(shingle -> Math.min(shingle.getValue(), found.getOrDefault(shingle.getKey(), 0)))
                .sum();
        if (!found.isEmpty()) {
            precisions.add((double) common / size(found));
        }
        if (!expected.isEmpty()) {
            recalls.add((double) common / size(expected));
        }
    }

    double precision() {
        return mean(precisions);
    }

    double recall() {
        return mean(recalls);
    }

    double f1() {
        double sum = precision() + recall();
        return sum == 0 ? 0 : 2 * precision() * recall() / sum;
    }

    private static double mean(List<Double> values) {
        return values.stream().mapToDouble(Double::doubleValue).average().orElse(0);
    }

    private static int size(Map<String, Integer> shingles) {
        return shingles.values().stream().mapToInt(Integer::intValue).sum();
    }

    private static Map<String, Integer> shingles(String text) {
        List<String> words =
                WORD.matcher(text).results().map(MatchResult::group).toList();
        Map<String, Integer> shingles = new HashMap<>();
        if (words.size() < 4) {
            if (!words.isEmpty()) {
                shingles.put(String.join(" ", words), 1);
            }
            return shingles;
        }
        for (int i = 0; i + 4 <= words.size(); i++) {
            shingles.merge(String.join(" ", words.subList(i, i + 4)), 1, Integer::sum);
        }
        return shingles;
    }
}
