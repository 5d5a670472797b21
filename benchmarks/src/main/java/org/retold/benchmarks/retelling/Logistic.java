package org.retold.benchmarks.retelling;

/**
 * Logistic regression with a quadratic penalty, row weights and signs that weights must keep. Newton's method, where
 * each step's quadratic is minimised within the signs by coordinate descent; deterministic.
 */
final class Logistic {

    private static final int STEPS = 60;
    private static final int SWEEPS = 500;
    private static final double ENOUGH = 1e-7;

    private final double penalty;
    private final int[] signs;

    /**
     * @param penalty of the squared weights, half of it
     * @param signs for each feature: 1 not negative, -1 not positive, 0 either
     */
    Logistic(double penalty, int[] signs) {
        this.penalty = penalty;
        this.signs = signs.clone();
    }

    /**
     * @param rows features by row, standardised
     * @param positive labels
     * @param rowWeights how much each row counts
     * @return the weights, and the intercept last
     */
    double[] fit(double[][] rows, boolean[] positive, double[] rowWeights) {
        int size = signs.length + 1;
        double[] weights = new double[size];
        double loss = loss(rows, positive, rowWeights, weights);
        for (int step = 0; step < STEPS; step++) {
            double[] next = towards(rows, positive, rowWeights, weights);
            double nextLoss = loss(rows, positive, rowWeights, next);
            for (int halving = 0; nextLoss > loss && halving < 30; halving++) {
                for (int f = 0; f < size; f++) {
                    next[f] = (next[f] + weights[f]) / 2;
                }
                nextLoss = loss(rows, positive, rowWeights, next);
            }
            double gain = loss - nextLoss;
            if (gain > 0) {
                weights = next;
                loss = nextLoss;
            }
            if (gain < ENOUGH * (1 + Math.abs(loss))) {
                break;
            }
        }
        return weights;
    }

    private double[] towards(double[][] rows, boolean[] positive, double[] rowWeights, double[] weights) {
        int size = weights.length;
        double[][] curvature = new double[size][size];
        double[] gradient = new double[size];
        for (int i = 0; i < rows.length; i++) {
            double p = probability(rows[i], weights);
            double slope = rowWeights[i] * (p - (positive[i] ? 1 : 0));
            double bend = rowWeights[i] * Math.max(1e-6, p * (1 - p));
            for (int f = 0; f < size; f++) {
                double value = f + 1 < size ? rows[i][f] : 1;
                gradient[f] += slope * value;
                double bent = bend * value;
                for (int g = 0; g <= f; g++) {
                    curvature[f][g] += bent * (g + 1 < size ? rows[i][g] : 1);
                }
            }
        }
        for (int f = 0; f < size; f++) {
            for (int g = 0; g < f; g++) {
                curvature[g][f] = curvature[f][g];
            }
            if (f + 1 < size) {
                curvature[f][f] += penalty;
                gradient[f] += penalty * weights[f];
            }
            curvature[f][f] += 1e-9;
        }
        return minimum(curvature, gradient, weights);
    }

    /** Of the quadratic around the weights, within the signs. */
    private double[] minimum(double[][] curvature, double[] gradient, double[] weights) {
        int size = weights.length;
        double[] next = weights.clone();
        double[] slope = gradient.clone();
        for (int sweep = 0; sweep < SWEEPS; sweep++) {
            double moved = 0;
            for (int f = 0; f < size; f++) {
                double target = next[f] - slope[f] / curvature[f][f];
                if (f + 1 < size) {
                    target = signs[f] > 0 ? Math.max(0, target) : signs[f] < 0 ? Math.min(0, target) : target;
                }
                double step = target - next[f];
                if (step != 0) {
                    next[f] = target;
                    for (int g = 0; g < size; g++) {
                        slope[g] += step * curvature[f][g];
                    }
                    moved = Math.max(moved, Math.abs(step));
                }
            }
            if (moved < 1e-9) {
                break;
            }
        }
        return next;
    }

    private double loss(double[][] rows, boolean[] positive, double[] rowWeights, double[] weights) {
        double sum = 0;
        for (int f = 0; f + 1 < weights.length; f++) {
            sum += penalty / 2 * weights[f] * weights[f];
        }
        for (int i = 0; i < rows.length; i++) {
            double p = probability(rows[i], weights);
            sum -= rowWeights[i] * Math.log(Math.max(1e-12, positive[i] ? p : 1 - p));
        }
        return sum;
    }

    private static double probability(double[] row, double[] weights) {
        double sum = weights[weights.length - 1];
        for (int f = 0; f < row.length; f++) {
            sum += weights[f] * row[f];
        }
        return 1 / (1 + Math.exp(-sum));
    }
}
