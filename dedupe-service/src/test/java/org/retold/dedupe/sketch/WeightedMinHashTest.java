package org.retold.dedupe.sketch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.HexFormat;
import org.junit.jupiter.api.Test;

class WeightedMinHashTest {

    private static final int SIZE = 64;

    private static int[] signature(int[] elements, double[] weights) {
        WeightedSet set = new WeightedSet();
        for (int i = 0; i < elements.length; i++) {
            set.add(elements[i], weights[i]);
        }
        WeightedMinHash hash = new WeightedMinHash(SIZE);
        hash.read(set);
        int[] signature = new int[SIZE];
        for (int i = 0; i < SIZE; i++) {
            signature[i] = hash.component(i);
        }
        return signature;
    }

    @Test
    void theSignatureIsTheSameOnEveryMachine() {
        int[] signature = signature(new int[] {11, 22, 33, 44}, new double[] {1, 2, 4, 8});

        StringBuilder hex = new StringBuilder();
        for (int i = 0; i < 16; i++) {
            hex.append(HexFormat.of().toHexDigits((byte) signature[i]));
        }
        assertThat(hex).hasToString(GOLDEN);
    }

    @Test
    void theOrderOfElementsDoesNotMatter() {
        int[] forwards = signature(new int[] {1, 2, 3, 4, 5}, new double[] {5, 4, 3, 2, 1});
        int[] backwards = signature(new int[] {5, 4, 3, 2, 1}, new double[] {1, 2, 3, 4, 5});

        assertThat(forwards).isEqualTo(backwards);
    }

    @Test
    void equalComponentsEstimateTheJaccardSimilarity() {
        int trials = 400;
        double equal = 0;
        for (int trial = 0; trial < trials; trial++) {
            int[] left = new int[60];
            int[] right = new int[60];
            double[] weights = new double[60];
            for (int i = 0; i < 60; i++) {
                weights[i] = 1;
                left[i] = trial * 1000 + i + 1;
                right[i] = trial * 1000 + i + 31;
            }
            int[] a = signature(left, weights);
            int[] b = signature(right, weights);
            for (int i = 0; i < SIZE; i++) {
                equal += a[i] == b[i] ? 1 : 0;
            }
        }

        double estimate = equal / (trials * SIZE);

        double deviation = Math.sqrt((1 / 3.0) * (2 / 3.0) / (trials * SIZE));
        assertThat(estimate).isCloseTo(1 / 3.0, within(5 * deviation));
    }

    @Test
    void aHeavyElementWinsInProportion() {
        int heavy = 0;
        int trials = 400;
        for (int trial = 0; trial < trials; trial++) {
            int[] signature = signature(new int[] {trial * 7 + 1, trial * 7 + 2}, new double[] {3, 1});
            for (int component : signature) {
                heavy += component == trial * 7 + 1 ? 1 : 0;
            }
        }

        double share = (double) heavy / (trials * SIZE);

        assertThat(share).isCloseTo(0.75, within(0.02));
    }

    @Test
    void everyComponentIsWonHoweverTheWeightIsSpread() {
        for (int trial = 0; trial < 400; trial++) {
            int[] signature = signature(new int[] {trial * 3 + 1, trial * 3 + 2}, new double[] {1e-3, 1e6});

            assertThat(signature).doesNotContain(0);
        }
    }

    @Test
    void aSignatureRemembersNothingOfTheSetBefore() {
        WeightedMinHash hash = new WeightedMinHash(SIZE);
        WeightedSet set = new WeightedSet();
        set.add(7, 2);
        hash.read(set);
        set.clear();

        hash.read(set);

        assertThat(hash.component(0)).isZero();
    }

    @Test
    void theEmptySetHasNoComponents() {
        assertThat(signature(new int[0], new double[0])).containsOnly(0);
    }

    private static final String GOLDEN = "2c212121212c2c2c21212c2c2116162c";
}
