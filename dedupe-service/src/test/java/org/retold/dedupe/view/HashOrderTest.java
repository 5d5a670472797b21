package org.retold.dedupe.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HashOrderTest {

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 64, 500, 20_000})
    void theOrderIsThatOfAnySort(int count) {
        long[] values = new SplittableRandom(count).longs(count + 5).toArray();
        long[] expected = values.clone();
        Arrays.sort(expected, 0, count);

        HashOrder.sort(values, count);

        assertThat(values).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(longs = {0, -1, Long.MIN_VALUE, Long.MAX_VALUE})
    void equalHashesAreOrderedByWhatFollows(long upper) {
        long[] values = new long[40];
        for (int i = 0; i < values.length; i++) {
            values[i] = (upper & 0xffffffff00000000L) | (40 - i);
        }

        HashOrder.sort(values, values.length);

        assertThat(values).isSorted().doesNotHaveDuplicates();
    }
}
