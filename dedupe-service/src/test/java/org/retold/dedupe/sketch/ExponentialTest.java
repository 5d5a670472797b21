package org.retold.dedupe.sketch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class ExponentialTest {

    @Test
    void itIsTheLogarithmOfTheFractionThatTheBitsAre() {
        SplittableRandom random = new SplittableRandom(11);

        for (int i = 0; i < 10_000; i++) {
            long bits = random.nextLong() >>> random.nextInt(1, 40);
            double fraction = bits * 0x1p-64;

            assertThat(Exponential.of(bits)).isCloseTo(-Math.log(fraction), within(1e-5));
        }
    }

    @Test
    void itIsMoreThanZeroForAllBits() {
        assertThat(Exponential.of(-1)).isPositive();
        assertThat(Exponential.of(0)).isBetween(40.0, 50.0);
    }
}
