package org.retold.benchmarks.retelling;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.retold.benchmarks.retelling.LabelledStream.Pair;
import org.retold.dedupe.verify.Clustering;
import org.retold.dedupe.verify.Features;
import org.retold.dedupe.verify.Model;

/**
 * From labelled streams to a model: weights on all pairs, calibration by an inner cross-validation that leaves
 * whole topic groups out. What is excluded is looked at by neither.
 */
final class Training {

    private static final double PENALTY = 20;
    private static final int INNER_FOLDS = 7;
    private static final double EVIDENCE = 400;

    /**
     * An article joins when it is more likely than not. The same for every training: chosen anew by inner validation, the
     * threshold wandered from 0.35 to 0.8, for quality hardly depends on it there.
     */
    private static final Clustering STORIES = new Clustering(0.5, 0.45, 0.9, 0.65, 0.7, 4, 0.05);

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
        return with(weights(version, excluded), calibrate(inner, excluded));
    }

    private static int fold(LabelledStream stream, int article) {
        return (stream.group[article] + stream.story[article] * (stream.groups() <= 5 ? 1 : 0)) % INNER_FOLDS;
    }

    private static Model with(Model model, double[] calibration) {
        return new Model(model.version(), model.features(), model.intercept(), calibration[0], calibration[1], STORIES);
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
        return new Model(version, fitted, rounded(weights[features]), 1, 0, STORIES);
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
}
