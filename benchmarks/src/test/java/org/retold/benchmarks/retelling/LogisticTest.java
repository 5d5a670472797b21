package org.retold.benchmarks.retelling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class LogisticTest {

    private final Random random = new Random(3);

    @Test
    void theWeightsThatMadeTheLabelsAreFoundAgain() {
        int n = 20_000;
        double[][] rows = new double[n][2];
        boolean[] positive = new boolean[n];
        for (int i = 0; i < n; i++) {
            rows[i][0] = random.nextGaussian();
            rows[i][1] = random.nextGaussian();
            double p = 1 / (1 + Math.exp(-(1.5 * rows[i][0] - 0.7 * rows[i][1] - 1)));
            positive[i] = random.nextDouble() < p;
        }

        double[] weights = new Logistic(0.001, new int[] {0, 0}).fit(rows, positive, ones(n));

        assertThat(weights[0]).isCloseTo(1.5, within(0.1));
        assertThat(weights[1]).isCloseTo(-0.7, within(0.1));
        assertThat(weights[2]).isCloseTo(-1, within(0.1));
    }

    @Test
    void aWeightKeepsItsSign() {
        double[][] rows = {{1}, {1}, {0}, {0}};
        boolean[] positive = {false, false, true, true};

        double[] weights = new Logistic(0.1, new int[] {1}).fit(rows, positive, ones(4));

        assertThat(weights[0]).isZero();
    }

    @Test
    void separableRowsStayFinite() {
        double[][] rows = {{1}, {2}, {-1}, {-2}};
        boolean[] positive = {true, true, false, false};

        double[] weights = new Logistic(1, new int[] {0}).fit(rows, positive, ones(4));

        assertThat(weights[0]).isBetween(0.3, 5.0);
    }

    private static double[] ones(int n) {
        double[] ones = new double[n];
        Arrays.fill(ones, 1);
        return ones;
    }
}
