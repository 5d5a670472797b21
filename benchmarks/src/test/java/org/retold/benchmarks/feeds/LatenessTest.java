package org.retold.benchmarks.feeds;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LatenessTest {

    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    private final Lateness lateness = new Lateness();

    @Test
    void aPollIsAsLateAsItsRequestComesAfterItsPlan() {
        lateness.planned("a", NOON);

        lateness.asked("a", NOON.plusSeconds(3));
        lateness.asked("a", NOON.plusSeconds(90));

        assertThat(lateness.soFar(NOON.plusSeconds(100))).containsExactly(Duration.ofSeconds(3));
    }

    @Test
    void whoWasNotAskedYetIsLateToo() {
        lateness.planned("forgotten", NOON);
        lateness.planned("later", NOON.plusSeconds(300));

        assertThat(lateness.soFar(NOON.plusSeconds(200))).containsExactly(Duration.ofSeconds(200));
    }

    @Test
    void whatWasMeasuredBeforeIsForgottenButNoPlan() {
        lateness.planned("a", NOON);
        lateness.asked("a", NOON.plusSeconds(3));
        lateness.planned("b", NOON);

        lateness.forget();
        lateness.asked("b", NOON.plusSeconds(5));

        assertThat(lateness.soFar(NOON.plusSeconds(6))).containsExactly(Duration.ofSeconds(5));
    }

    @Test
    void aQuantileIsWhatOnlyTheRestExceeds() {
        List<Duration> seconds =
                IntStream.rangeClosed(1, 200).mapToObj(Duration::ofSeconds).toList();

        assertThat(Lateness.quantile(seconds, 0.5)).hasSeconds(100);
        assertThat(Lateness.quantile(seconds, 0.99)).hasSeconds(198);
        assertThat(Lateness.quantile(seconds, 1)).hasSeconds(200);
        assertThat(Lateness.quantile(List.of(), 1)).isZero();
    }
}
