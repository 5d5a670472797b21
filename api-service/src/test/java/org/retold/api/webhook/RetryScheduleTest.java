package org.retold.api.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class RetryScheduleTest {

    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    private final RetrySchedule schedule = new RetrySchedule(new Random(7));

    @Test
    void waitsGrowAndNoTwoAreQuiteTheSame() {
        for (int attempts = 1; attempts <= 20; attempts++) {
            Duration planned = RetrySchedule.WAITS.get(Math.min(attempts, 7) - 1);

            assertThat(schedule.wait(attempts))
                    .isBetween(
                            planned.multipliedBy(9).dividedBy(10),
                            planned.multipliedBy(11).dividedBy(10));
        }
        assertThat(schedule.wait(4)).isNotEqualTo(schedule.wait(4));
    }

    @Test
    void aReceiverRestsForMinutesUnlessItAsksForMoreAndNeverForDays() {
        assertThat(schedule.rest(1, Duration.ZERO)).isLessThan(Duration.ofSeconds(6));
        assertThat(schedule.rest(50, Duration.ZERO)).isBetween(Duration.ofSeconds(270), Duration.ofSeconds(330));
        assertThat(schedule.rest(1, Duration.ofHours(1))).isEqualTo(Duration.ofHours(1));
        assertThat(schedule.rest(1, Duration.ofDays(40))).isEqualTo(Duration.ofHours(12));
    }

    @Test
    void theScheduleIsUsedUpAfterEightAttempts() {
        assertThat(RetrySchedule.isUsedUp(7)).isFalse();
        assertThat(RetrySchedule.isUsedUp(8)).isTrue();
    }

    @Test
    void whatAnAnswerMeansIsToldByItsStatus() {
        assertThat(Verdict.of(204, null)).isEqualTo(new Verdict.Taken());
        assertThat(Verdict.of(410, null)).isEqualTo(new Verdict.Gone());
        assertThat(Verdict.of(307, null).problem()).contains("redirects are not followed");
        assertThat(Verdict.of(503, Duration.ofSeconds(9)))
                .isEqualTo(new Verdict.NotTaken("It answered 503.", Duration.ofSeconds(9)));
    }

    @Test
    void failuresAddUpUntilSomethingIsTaken() {
        Standing failing = Standing.good(null)
                .failed(NOON, Duration.ofSeconds(5))
                .failed(NOON.plusSeconds(60), Duration.ofSeconds(30));

        assertThat(failing).isEqualTo(new Standing(2, NOON, null, NOON.plusSeconds(90)));
        assertThat(failing.isFailingFor(Duration.ofMinutes(2), NOON.plusSeconds(119)))
                .isFalse();
        assertThat(failing.isFailingFor(Duration.ofMinutes(2), NOON.plusSeconds(120)))
                .isTrue();
        assertThat(failing.tookSomethingSince(NOON)).isFalse();
        assertThat(Standing.good(NOON).tookSomethingSince(NOON.minusSeconds(1))).isTrue();
    }
}
