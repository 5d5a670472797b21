package org.retold.benchmarks.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

final class LatenciesTest {

    @Test
    void aQuantileIsTheSmallestThatNoMoreThanTheRestExceed() {
        long[] millis = LongStream.rangeClosed(1, 200).map(n -> n * 1_000_000).toArray();

        assertThat(Latencies.quantile(millis, 0.5)).isEqualTo(100);
        assertThat(Latencies.quantile(millis, 0.99)).isEqualTo(198);
        assertThat(Latencies.quantile(millis, 1)).isEqualTo(200);
    }

    @Test
    void kindsAreLinesAndAllOfThemOneMore() {
        Latencies latencies = new Latencies();
        latencies.took("story", 2_000_000);
        latencies.took("list", 4_000_000);

        assertThat(latencies.table("all"))
                .containsExactly(
                        "| list | 1 | 4.0 | 4.0 | 4.0 | 4.0 | 4.0 |",
                        "| story | 1 | 2.0 | 2.0 | 2.0 | 2.0 | 2.0 |",
                        "| **all** | 2 | 2.0 | 4.0 | 4.0 | 4.0 | 4.0 |");
    }
}
