package org.retold.ingest.poll;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PollScheduleTest {

    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
    private static final Duration USUAL = Duration.ofMinutes(15);

    private final PollSchedule schedule =
            new PollSchedule(Duration.ofMinutes(5), USUAL, Duration.ofHours(3), Duration.ofHours(24));

    @Test
    void aFeedThatBringsSomethingIsAskedSoonerAndSooner() {
        PollPlan plan = plan(new PollOutcome.Read(2, 0, 0, null), USUAL, 0);

        assertThat(plan.interval()).isLessThan(USUAL);
        assertThat(plan.nextPoll()).isEqualTo(NOW.plus(plan.interval()));
        assertThat(plan.because()).isEqualTo("it brought 2 new and 0 edited, so it is asked every 10 min");
        Duration interval = USUAL;
        for (int i = 0; i < 20; i++) {
            interval = plan(new PollOutcome.Read(1, 0, 0, null), interval, 0).interval();
        }
        assertThat(interval).isEqualTo(Duration.ofMinutes(5));
    }

    @Test
    void aQuietFeedIsAskedLaterAndLaterUpToALimit() {
        Duration interval = USUAL;
        for (int i = 0; i < 40; i++) {
            interval = plan(new PollOutcome.Unchanged(null), interval, 0).interval();
        }

        assertThat(interval).isEqualTo(Duration.ofHours(3));
    }

    @Test
    void thePublisherMayAskForMoreTimeWithinTheLimit() {
        PollPlan hour = plan(new PollOutcome.Read(1, 0, 0, Duration.ofHours(1)), USUAL, 0);
        PollPlan year = plan(new PollOutcome.Unchanged(Duration.ofDays(365)), USUAL, 0);
        PollPlan minute = plan(new PollOutcome.Unchanged(Duration.ofMinutes(1)), USUAL, 0);

        assertThat(hour.nextPoll()).isEqualTo(NOW.plus(Duration.ofHours(1)));
        assertThat(hour.because()).isEqualTo("its publisher asks for 60 min");
        assertThat(year.nextPoll()).isEqualTo(NOW.plus(Duration.ofHours(3)));
        assertThat(minute.nextPoll()).isEqualTo(NOW.plus(minute.interval()));
    }

    @Test
    void failuresAreMetWithPatience() {
        assertThat(plan(failed(null), USUAL, 1).nextPoll()).isEqualTo(NOW.plus(Duration.ofMinutes(5)));
        assertThat(plan(failed(null), USUAL, 3).nextPoll()).isEqualTo(NOW.plus(Duration.ofMinutes(20)));
        assertThat(plan(failed(null), USUAL, 1_000).nextPoll()).isEqualTo(NOW.plus(Duration.ofHours(24)));
        assertThat(plan(failed(null), USUAL, 3).because()).isEqualTo("it failed 3 times: no answer");
    }

    @Test
    void retryAfterIsKeptAndBounded() {
        assertThat(plan(failed(Duration.ofHours(2)), USUAL, 1).nextPoll()).isEqualTo(NOW.plus(Duration.ofHours(2)));
        assertThat(plan(failed(Duration.ofDays(900)), USUAL, 1).nextPoll()).isEqualTo(NOW.plus(Duration.ofHours(24)));
    }

    @Test
    void aFeedThatIsGoneIsNotAskedAgain() {
        assertThat(plan(new PollOutcome.Ended("410"), USUAL, 0).nextPoll()).isNull();
    }

    @Test
    void entriesThatWaitForTheirPagesAreFetchedSoon() {
        assertThat(plan(new PollOutcome.Read(9, 0, 4, null), USUAL, 0).nextPoll())
                .isBefore(NOW.plus(Duration.ofSeconds(10)));
    }

    @Test
    void feedsAreSpreadByUpToATenth() {
        Instant latest = schedule.next(new PollOutcome.Unchanged(null), Duration.ofMinutes(100), 0, 1, NOW)
                .nextPoll();

        assertThat(latest).isEqualTo(NOW.plus(Duration.ofMinutes(143)));
    }

    private PollPlan plan(PollOutcome outcome, Duration interval, int failures) {
        return schedule.next(outcome, interval, failures, 0, NOW);
    }

    private static PollOutcome failed(@Nullable Duration retryAfter) {
        return new PollOutcome.Failed("no answer", retryAfter);
    }
}
