package org.retold.benchmarks.topology;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SampleTest {

    @Test
    void aPageOfMetricsIsReadWithWhatItLacksAsNothing() {
        Sample sample = Sample.of(5, 1, 2, """
                # TYPE retold_dedupe_articles_decided_total counter
                retold_dedupe_articles_decided_total{standing="new"} 10.0 # {span_id="5",trace_id="6"} 1.0 1795419584.123
                retold_dedupe_articles_decided_total{standing="revised"} 2.0
                retold_dedupe_candidates_count 4.0
                retold_dedupe_candidates_sum 40.0 # {span_id="7"} 1.0 1795419584.124
                jvm_memory_used_bytes{area="heap",id="Eden Space"} 1.5E6
                jvm_memory_used_bytes{area="nonheap",id="Metaspace"} 9.0E6
                """);

        assertThat(sample).isEqualTo(new Sample(5, 1, 2, 12, 40, 0, 0, 1_500_000));
    }

    @Test
    void instancesAreAddedUpAndTheirBrokerIsCountedOnce() {
        Sample one = new Sample(5, 1, 2, 12, 40, 3, 0.5, 1_000);
        Sample other = new Sample(7, 2, 2, 0, 30, 4, 0, 2_000);

        assertThat(one.and(other)).isEqualTo(new Sample(7, 3, 2, 12, 70, 7, 0.5, 3_000));
    }
}
