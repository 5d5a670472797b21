package org.retold.api.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class LagAxisTest {

    private static final Instant MORNING = Instant.parse("2024-02-13T08:00:00Z");

    @Test
    void minutesAndWeeksAreBothSeen() {
        LagAxis axis = new LagAxis(MORNING, false, Duration.ofDays(35), Duration.ofMinutes(10));

        assertThat(x(axis, "2024-02-13T08:00:00Z")).isZero();
        assertThat(x(axis, "2024-02-13T08:30:00Z")).isBetween(10.0, 30.0);
        assertThat(x(axis, "2024-02-14T08:00:00Z")).isBetween(50.0, 70.0);
        assertThat(x(axis, "2024-03-19T08:00:00Z")).isEqualTo(100);
    }

    @Test
    void aMonthIsAStretchAndADayIsAPlace() {
        LagAxis axis =
                LagAxis.of(null, List.of("2024-01-10", "2024-03-10", "2024-02")).orElseThrow();

        assertThat(axis.place("2024-01-10").to()).isNull();
        assertThat(axis.place("2024-02").to()).isNotNull();
        assertThat(axis.place("2024-02").x()).isNotEqualTo(axis.place("2024-02").to());
    }

    @Test
    void aReportOfADayBeforeIsWhereTheAxisBegins() {
        List<String> published = List.of("2024-02-13T08:00:00Z", "2024-02-15");

        LagAxis axis = LagAxis.of("2024-02-11", published).orElseThrow();

        assertThat(axis.fromReport()).isTrue();
        assertThat(x(axis, "2024-02-13T08:00:00Z")).isBetween(50.0, 99.0);
        assertThat(LagAxis.of("2024-02-13", published).orElseThrow().fromReport())
                .isFalse();
        assertThat(LagAxis.of("2024-02", published).orElseThrow().fromReport()).isFalse();
    }

    @Test
    void whereAllIsToldAtOnceThereIsNothingToDraw() {
        assertThat(LagAxis.of(null, List.of())).isEmpty();
        assertThat(LagAxis.of(null, List.of("2024-02-13"))).isEmpty();
        assertThat(LagAxis.of(null, List.of("2024-02-13", "2024-02-13"))).isEmpty();
    }

    private static double x(LagAxis axis, String published) {
        return Double.parseDouble(axis.place(published).x().replace("%", ""));
    }
}
