package org.retold.ingest.poll;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.retold.ingest.feed.QuietTimes;

class PollScheduleTest {

    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
    private static final Duration USUAL = Duration.ofMinutes(15);

    private static final double NEITHER_EARLY_NOR_LATE = 0.5;

    private final PollSchedule schedule = new PollSchedule(
            Duration.ofMinutes(5), USUAL, Duration.ofHours(3), Duration.ofHours(24), Duration.ofHours(24));

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
    void thePublisherMayAskForMoreTimeThanWeWouldTakeUpToADay() {
        PollPlan hour = planAtOnce(new PollOutcome.Read(1, 0, 0, Duration.ofHours(1)), USUAL, 0);
        PollPlan night = planAtOnce(new PollOutcome.Unchanged(Duration.ofHours(9)), USUAL, 0);
        PollPlan year = planAtOnce(new PollOutcome.Unchanged(Duration.ofDays(365)), USUAL, 0);
        PollPlan minute = plan(new PollOutcome.Unchanged(Duration.ofMinutes(1)), USUAL, 0);

        assertThat(hour.nextPoll()).isEqualTo(NOW.plus(Duration.ofHours(1)));
        assertThat(hour.because()).isEqualTo("its publisher asks for 60 min");
        assertThat(night.nextPoll()).isEqualTo(NOW.plus(Duration.ofHours(9)));
        assertThat(year.nextPoll()).isEqualTo(NOW.plus(Duration.ofHours(24)));
        assertThat(minute.nextPoll()).isEqualTo(NOW.plus(minute.interval()));
    }

    @Test
    void failuresAreMetWithPatience() {
        assertThat(planAtOnce(failed(null), USUAL, 1).nextPoll()).isEqualTo(NOW.plus(Duration.ofMinutes(5)));
        assertThat(planAtOnce(failed(null), USUAL, 3).nextPoll()).isEqualTo(NOW.plus(Duration.ofMinutes(20)));
        assertThat(planAtOnce(failed(null), USUAL, 1_000).nextPoll()).isEqualTo(NOW.plus(Duration.ofHours(24)));
        assertThat(plan(failed(null), USUAL, 3).because()).isEqualTo("it failed 3 times: no answer");
    }

    @Test
    void retryAfterIsKeptAndBounded() {
        assertThat(planAtOnce(failed(Duration.ofHours(2)), USUAL, 1).nextPoll())
                .isEqualTo(NOW.plus(Duration.ofHours(2)));
        assertThat(planAtOnce(failed(Duration.ofDays(900)), USUAL, 1).nextPoll())
                .isEqualTo(NOW.plus(Duration.ofHours(24)));
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
    void chanceSpreadsAHabitByATenthAroundIt() {
        PollOutcome unchanged = new PollOutcome.Unchanged(null);

        assertThat(plan(unchanged, Duration.ofMinutes(100), 0, 0).nextPoll())
                .isEqualTo(NOW.plusSeconds(7_410)); // 130 min and 5 % less
        assertThat(plan(unchanged, Duration.ofMinutes(100), 0, 1).nextPoll()).isEqualTo(NOW.plusSeconds(8_190));
    }

    @Test
    void chanceMakesNobodyComeSoonerThanTheShortestPauseOrThanThePublisherAsksFor() {
        PollPlan soon = plan(new PollOutcome.Read(1, 0, 0, null), Duration.ofMinutes(5), 0, 0);
        PollPlan asked = plan(new PollOutcome.Unchanged(Duration.ofHours(1)), USUAL, 0, 1);

        assertThat(soon.nextPoll()).isEqualTo(NOW.plus(Duration.ofMinutes(5)));
        assertThat(asked.nextPoll()).isEqualTo(NOW.plus(Duration.ofMinutes(66)));
    }

    @Test
    void atAQuietTimeNobodyIsAsked() {
        QuietTimes lunch = QuietTimes.of(List.of("12", "13"));

        PollPlan plan = plan(new PollOutcome.Unchanged(null), USUAL, 0).outside(lunch, 0.5);

        assertThat(plan.nextPoll()).isEqualTo(Instant.parse("2026-03-01T14:15:00Z"));
        assertThat(plan.because())
                .isEqualTo("its publisher asks not to be asked before that time (skipHours, skipDays)");
    }

    private PollPlan plan(PollOutcome outcome, Duration interval, int failures) {
        return plan(outcome, interval, failures, NEITHER_EARLY_NOR_LATE);
    }

    private PollPlan planAtOnce(PollOutcome outcome, Duration interval, int failures) {
        return plan(outcome, interval, failures, 0);
    }

    private PollPlan plan(PollOutcome outcome, Duration interval, int failures, double chance) {
        return schedule.next(outcome, interval, failures, chance, NOW);
    }

    private static PollOutcome failed(@Nullable Duration retryAfter) {
        return new PollOutcome.Failed("no answer", retryAfter);
    }
}
