package org.retold.benchmarks.retelling;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.retold.benchmarks.retelling.LabelledStream.Pair;
import org.retold.benchmarks.score.PairCount;
import org.retold.dedupe.verify.Clustering;
import org.retold.dedupe.verify.Features;
import org.retold.dedupe.verify.Model;

/**
 * From labelled streams to a model: weights on all pairs, calibration and clustering by an inner cross-validation that
 * leaves whole topic groups out. What is excluded is not looked at by any of the three.
 */
final class Training {

    private static final double PENALTY = 20;
    private static final int INNER_FOLDS = 7;
    private static final double EVIDENCE = 400;

    private final List<LabelledStream> streams;
    private final Map<String, Double> importance;

    /** @param importance how much each stream counts, by name */
    Training(List<LabelledStream> streams, Map<String, Double> importance) {
        this.streams = streams;
        this.importance = importance;
    }

    /** Articles, by stream and number. */
    interface Chosen {
        boolean test(LabelledStream stream, int article);
    }

    Model train(String version, Chosen excluded) {
        Model[] inner = new Model[INNER_FOLDS];
        for (int fold = 0; fold < INNER_FOLDS; fold++) {
            int left = fold;
            inner[fold] = weights(version, (stream, i) -> excluded.test(stream, i) || fold(stream, i) == left);
        }
        double[] calibration = calibrate(inner, excluded);
        Model[] calibrated = new Model[INNER_FOLDS];
        for (int fold = 0; fold < INNER_FOLDS; fold++) {
            calibrated[fold] = with(inner[fold], calibration, DEFAULT);
        }
        Clustering clustering = cluster(calibrated, excluded);
        return with(weights(version, excluded), calibration, clustering);
    }

    private static final Clustering DEFAULT = new Clustering(0.5, 0.9, 0.7, 4, 0.05);

    private static int fold(LabelledStream stream, int article) {
        return (stream.group[article] + stream.story[article] * (stream.groups() <= 5 ? 1 : 0)) % INNER_FOLDS;
    }

    private static Model with(Model model, double[] calibration, Clustering clustering) {
        return new Model(
                model.version(), model.features(), model.intercept(), calibration[0], calibration[1], clustering);
    }

    private Model weights(String version, Chosen excluded) {
        List<double[]> rows = new ArrayList<>();
        List<Boolean> labels = new ArrayList<>();
        List<Double> counts = new ArrayList<>();
        for (LabelledStream stream : streams) {
            List<Pair> used = new ArrayList<>();
            for (List<Pair> pairs : stream.pairs) {
                for (Pair pair : pairs) {
                    if (!excluded.test(stream, pair.later()) && !excluded.test(stream, pair.earlier())) {
                        used.add(pair);
                    }
                }
            }
            long retold = used.stream().filter(Pair::retold).count();
            double each = EVIDENCE * importance.getOrDefault(stream.name, 0.0);
            for (Pair pair : used) {
                rows.add(pair.features());
                labels.add(pair.retold());
                counts.add(each / (pair.retold() ? retold : used.size() - retold));
            }
        }
        return fit(version, rows, labels, counts);
    }

    private static Model fit(String version, List<double[]> rows, List<Boolean> labels, List<Double> counts) {
        int n = rows.size();
        int features = Features.NAMES.size();
        double[][] standardised = new double[n][features];
        double[] mean = new double[features];
        double[] scale = new double[features];
        double all = counts.stream().mapToDouble(x -> x).sum();
        for (int f = 0; f < features; f++) {
            double sum = 0;
            double squares = 0;
            for (int i = 0; i < n; i++) {
                double value = rows.get(i)[f];
                sum += counts.get(i) * value;
                squares += counts.get(i) * value * value;
            }
            mean[f] = sum / all;
            scale[f] = Math.sqrt(Math.max(1e-6, squares / all - mean[f] * mean[f]));
            for (int i = 0; i < n; i++) {
                standardised[i][f] = (rows.get(i)[f] - mean[f]) / scale[f];
            }
        }
        int[] signs = new int[features];
        for (int f = 0; f < features; f++) {
            signs[f] = Features.sign(f);
        }
        boolean[] positive = new boolean[n];
        double[] weight = new double[n];
        for (int i = 0; i < n; i++) {
            positive[i] = labels.get(i);
            weight[i] = counts.get(i);
        }
        double[] weights = new Logistic(PENALTY, signs).fit(standardised, positive, weight);
        List<Model.Feature> fitted = new ArrayList<>();
        for (int f = 0; f < features; f++) {
            fitted.add(
                    new Model.Feature(Features.NAMES.get(f), rounded(mean[f]), rounded(scale[f]), rounded(weights[f])));
        }
        return new Model(version, fitted, rounded(weights[features]), 1, 0, DEFAULT);
    }

    private static double rounded(double value) {
        return Math.round(value * 1e6) / 1e6;
    }

    /** Platt's scaling of what models say of verified pairs that they have not seen. */
    private double[] calibrate(Model[] inner, Chosen excluded) {
        List<Double> logits = new ArrayList<>();
        List<Boolean> labels = new ArrayList<>();
        List<Double> counts = new ArrayList<>();
        for (LabelledStream stream : streams) {
            int from = logits.size();
            for (List<Pair> pairs : stream.pairs) {
                for (Pair pair : pairs) {
                    if (pair.verified()
                            && !excluded.test(stream, pair.later())
                            && !excluded.test(stream, pair.earlier())) {
                        double p = inner[fold(stream, pair.later())].probability(pair.features());
                        logits.add(Math.log(Math.max(1e-12, p) / Math.max(1e-12, 1 - p)));
                        labels.add(pair.retold());
                    }
                }
            }
            for (int i = from; i < logits.size(); i++) {
                counts.add(EVIDENCE * importance.getOrDefault(stream.name, 0.0) / (logits.size() - from));
            }
        }
        int n = logits.size();
        boolean[] positive = new boolean[n];
        for (int i = 0; i < n; i++) {
            positive[i] = labels.get(i);
        }
        double[] fitted = new Logistic(1e-3, new int[] {1})
                .fit(
                        logits.stream().map(logit -> new double[] {logit}).toArray(double[][]::new),
                        positive,
                        counts.stream().mapToDouble(x -> x).toArray());
        return new double[] {rounded(fitted[0]), rounded(fitted[1])};
    }

    /** The threshold whose neighbourhood does best on what inner models have not seen; the rest is known to matter less. */
    private Clustering cluster(Model[] inner, Chosen excluded) {
        List<Clustering> grid = new ArrayList<>();
        List<Double> quality = new ArrayList<>();
        for (int join = 30; join <= 85; join += 5) {
            grid.add(new Clustering(join / 100.0, DEFAULT.mergeAt(), DEFAULT.bestShare(), 4, DEFAULT.absent()));
        }
        Map<LabelledStream, double[][][]> scores = new HashMap<>();
        for (LabelledStream stream : streams) {
            double[][][] perFold = new double[INNER_FOLDS][][];
            for (int fold = 0; fold < INNER_FOLDS; fold++) {
                perFold[fold] = scores(stream, inner[fold]);
            }
            scores.put(stream, perFold);
        }
        for (Clustering rule : grid) {
            double sum = 0;
            double all = 0;
            for (LabelledStream stream : streams) {
                double weight = importance.getOrDefault(stream.name, 0.0);
                PairCount count = PairCount.NONE;
                for (int fold = 0; fold < INNER_FOLDS; fold++) {
                    int left = fold;
                    int[] label =
                            new OnlineStories(rule).label(stream, Objects.requireNonNull(scores.get(stream))[fold]);
                    count = count.plus(PairCount.of(
                            stream.story, label, i -> fold(stream, i) == left && !excluded.test(stream, i)));
                }
                sum += weight * count.f1();
                all += weight;
            }
            quality.add(sum / all);
        }
        return best(grid, quality);
    }

    private static Clustering best(List<Clustering> grid, List<Double> quality) {
        int best = 1;
        double most = -1;
        for (int i = 1; i + 1 < grid.size(); i++) {
            double around = quality.get(i - 1) + 2 * quality.get(i) + quality.get(i + 1);
            if (around > most) {
                most = around;
                best = i;
            }
        }
        return grid.get(best);
    }

    /** What a model says of every pair of a stream. */
    static double[][] scores(LabelledStream stream, Model model) {
        double[][] scores = new double[stream.pairs.size()][];
        for (int i = 0; i < scores.length; i++) {
            scores[i] = stream.pairs.get(i).stream()
                    .mapToDouble(pair -> model.probability(pair.features()))
                    .toArray();
        }
        return scores;
    }
}
