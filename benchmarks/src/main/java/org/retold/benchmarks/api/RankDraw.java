package org.retold.benchmarks.api;

import java.util.Arrays;
import java.util.SplittableRandom;

/** Draws ranks from 0 on, rank r in proportion to 1 / (r + 1 + flattened). */
final class RankDraw {

    private final double[] upTo;

    RankDraw(int ranks, int flattened) {
        upTo = new double[ranks];
        double sum = 0;
        for (int rank = 0; rank < ranks; rank++) {
            sum += 1.0 / (rank + 1 + flattened);
            upTo[rank] = sum;
        }
    }

    int draw(SplittableRandom random) {
        int at = Arrays.binarySearch(upTo, random.nextDouble(upTo[upTo.length - 1]));
        return Math.min(upTo.length - 1, at < 0 ? -at - 1 : at);
    }
}
