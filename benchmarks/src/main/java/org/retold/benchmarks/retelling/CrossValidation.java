package org.retold.benchmarks.retelling;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.retold.benchmarks.score.PairCount;
import org.retold.dedupe.verify.Model;

/**
 * Scores a stream group by group: weights, calibration and clustering are chosen without the group that is scored, and
 * the whole stream is clustered with them.
 */
final class CrossValidation {

    private static final int RESAMPLES = 2_000;

    private final LabelledStream stream;
    private final List<PairCount> groups;
    private final int[] labels;

    private CrossValidation(LabelledStream stream, List<PairCount> groups, int[] labels) {
        this.stream = stream;
        this.groups = groups;
        this.labels = labels;
    }

    static CrossValidation of(LabelledStream stream, Training training) {
        List<PairCount> groups = new ArrayList<>();
        int[] labels = new int[stream.articles.size()];
        for (int group = 0; group < stream.groups(); group++) {
            int left = group;
            Model model = training.train(
                    "without group %d".formatted(group),
                    (other, article) -> other == stream && stream.group[article] == left);
            int[] label = new OnlineStories(model.clustering()).label(stream, Training.scores(stream, model));
            groups.add(PairCount.of(stream.story, label, i -> stream.group[i] == left));
            for (int i = 0; i < labels.length; i++) {
                if (stream.group[i] == left) {
                    labels[i] = label[i] * stream.groups() + group;
                }
            }
        }
        return new CrossValidation(stream, groups, labels);
    }

    PairCount pooled() {
        return groups.stream().reduce(PairCount.NONE, PairCount::plus);
    }

    double adjustedRand() {
        return PairCount.adjustedRand(stream.story, labels);
    }

    /** Articles that are alone in their gold story but not in ours. */
    long pulledIn() {
        long pulled = 0;
        for (int i = 0; i < labels.length; i++) {
            pulled += size(stream.story, i) == 1 && size(labels, i) > 1 ? 1 : 0;
        }
        return pulled;
    }

    long alone() {
        long alone = 0;
        for (int i = 0; i < labels.length; i++) {
            alone += size(stream.story, i) == 1 ? 1 : 0;
        }
        return alone;
    }

    private static long size(int[] numbers, int article) {
        return Arrays.stream(numbers)
                .filter(number -> number == numbers[article])
                .count();
    }

    /** The pair F1 that 95 of 100 draws of the groups (with replacement) lie between. */
    double[] interval() {
        Random random = new Random(7);
        double[] draws = new double[RESAMPLES];
        for (int draw = 0; draw < RESAMPLES; draw++) {
            PairCount sum = PairCount.NONE;
            for (int i = 0; i < groups.size(); i++) {
                sum = sum.plus(groups.get(random.nextInt(groups.size())));
            }
            draws[draw] = sum.f1();
        }
        Arrays.sort(draws);
        return new double[] {draws[RESAMPLES / 40], draws[RESAMPLES - RESAMPLES / 40]};
    }

    /** Share of the gold pairs with an article of such a relation that are together. */
    double recallOf(String relation) {
        int gold = 0;
        int found = 0;
        for (int i = 0; i < labels.length; i++) {
            for (int j = 0; j < labels.length; j++) {
                if (i != j
                        && stream.story[i] == stream.story[j]
                        && stream.articles.get(i).relation().equals(relation)) {
                    gold++;
                    found += labels[i] == labels[j] ? 1 : 0;
                }
            }
        }
        return gold == 0 ? 1 : (double) found / gold;
    }
}
