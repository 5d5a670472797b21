package org.retold.benchmarks.api;

import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * How many articles stories have: most one, few very many. Size k has a share in proportion to k^-a e^(-k/150), with the a
 * that makes five on average; one story of 20,000 has a thousand.
 */
final class StorySizes {

    static final int LARGEST = 1_000;

    private static final int ONE_LARGEST_OF = 20_000;
    private static final double MEAN = 5 - (double) LARGEST / ONE_LARGEST_OF;
    private static final double CUT_OFF = 150;
    private static final double STEEPEST = 4;
    private static final int HALVINGS = 60;

    private final double[] upTo = upTo(exponent());

    int size(int story, SplittableRandom random) {
        if (story % ONE_LARGEST_OF == ONE_LARGEST_OF / 2) {
            return LARGEST;
        }
        int at = Arrays.binarySearch(upTo, random.nextDouble(upTo[upTo.length - 1]));
        return Math.min(LARGEST, (at < 0 ? -at - 1 : at) + 1);
    }

    private static double exponent() {
        double flat = 0;
        double steep = STEEPEST;
        for (int n = 0; n < HALVINGS; n++) {
            double middle = (flat + steep) / 2;
            if (mean(upTo(middle)) > MEAN) {
                flat = middle;
            } else {
                steep = middle;
            }
        }
        return flat;
    }

    private static double[] upTo(double exponent) {
        double[] upTo = new double[LARGEST];
        double sum = 0;
        for (int size = 1; size <= LARGEST; size++) {
            sum += Math.pow(size, -exponent) * Math.exp(-size / CUT_OFF);
            upTo[size - 1] = sum;
        }
        return upTo;
    }

    private static double mean(double[] upTo) {
        double sum = 0;
        double before = 0;
        for (int size = 1; size <= LARGEST; size++) {
            sum += size * (upTo[size - 1] - before);
            before = upTo[size - 1];
        }
        return sum / before;
    }
}
