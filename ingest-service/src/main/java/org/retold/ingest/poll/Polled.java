package org.retold.ingest.poll;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.retold.contract.FeedStatus.State;
import org.retold.ingest.feed.QuietTimes;

/**
 * What a poll learnt about a feed.
 *
 * @param copy what to remember of its copy; of a copy that was not taken wholly, nothing
 * @param quiet when its publisher asks not to be asked
 */
public record Polled(
        PollOutcome outcome,
        KnownCopy copy,
        @Nullable String title,
        @Nullable String movedTo,
        QuietTimes quiet) {

    /** A poll that learnt nothing new about the feed itself. */
    public static Polled without(PollOutcome outcome, Feed feed) {
        return without(outcome, feed, feed.movedTo());
    }

    /** A poll that learnt nothing new about the feed but where it lives. */
    public static Polled without(PollOutcome outcome, Feed feed, @Nullable String movedTo) {
        return new Polled(outcome, feed.copy(), feed.title(), movedTo, feed.quiet());
    }

    /**
     * The feed after this poll.
     *
     * @param pagesAgain when the first of its waiting pages is tried again
     * @param silentAfter a feed whose habit nobody knows counts as silent when it brought nothing for so long
     * @param chance 0 to 1, so that not everybody comes at once
     */
    public Feed applied(
            Feed feed,
            PollSchedule schedule,
            @Nullable Instant pagesAgain,
            Duration silentAfter,
            double chance,
            Instant now) {
        int failures = outcome instanceof PollOutcome.Failed ? feed.failures() + 1 : 0;
        int brought = outcome instanceof PollOutcome.Read read ? read.fresh() + read.edited() : 0;
        int fresh = outcome instanceof PollOutcome.Read read ? read.fresh() : 0;
        Habit habit = brought > 0 ? habit(feed, now) : feed.habit();
        Instant lastNewItem = brought > 0 ? now : feed.lastNewItem();
        State state = state(feed, habit.patience(silentAfter), lastNewItem, now);
        Instant toldUntil = isUntold(feed, fresh, now) ? null : feed.toldUntil();
        PollPlan next = schedule.next(outcome, feed.interval(), failures, chance, now);
        PollPlan rare = feed.isTold(now) && toldUntil != null ? schedule.told(outcome, next, chance, now) : next;
        PollPlan plan = pagesFirst(rare, pagesAgain).outside(quiet, chance);
        return new Feed(
                feed.id(),
                feed.url(),
                movedTo,
                title,
                feed.folder(),
                state,
                copy,
                now,
                described(state, habit, lastNewItem, now),
                outcome instanceof PollOutcome.Postponed ? feed.failures() : failures,
                plan.interval(),
                plan.nextPoll(),
                plan.because(),
                quiet,
                habit,
                toldUntil,
                lastNewItem,
                pagesAgain,
                feed.itemsSeen() + fresh);
    }

    /** Whether it brought something of which its hub should have told. */
    private static boolean isUntold(Feed feed, int fresh, Instant now) {
        return feed.isTold(now) && fresh > 0 && !Feed.HUB_SAYS.equals(feed.nextPollBecause());
    }

    private static Habit habit(Feed feed, Instant now) {
        Instant before = feed.lastNewItem();
        return before == null || before.isAfter(now)
                ? feed.habit()
                : feed.habit().after(Duration.between(before, now));
    }

    private static PollPlan pagesFirst(PollPlan plan, @Nullable Instant pagesAgain) {
        return pagesAgain != null && plan.nextPoll() != null && pagesAgain.isBefore(plan.nextPoll())
                ? new PollPlan(pagesAgain, plan.interval(), "a page of it could not be had and is tried again")
                : plan;
    }

    private State state(Feed feed, Duration patience, @Nullable Instant lastNewItem, Instant now) {
        return switch (outcome) {
            case PollOutcome.Read ignored -> healthyOrSilent(lastNewItem, patience, now);
            case PollOutcome.Unchanged ignored -> healthyOrSilent(lastNewItem, patience, now);
            case PollOutcome.Postponed ignored -> feed.state();
            case PollOutcome.Failed ignored -> State.FAILING;
            case PollOutcome.Ended ignored -> State.GONE;
        };
    }

    private static State healthyOrSilent(@Nullable Instant lastNewItem, Duration patience, Instant now) {
        boolean silent = lastNewItem != null && lastNewItem.plus(patience).isBefore(now);
        return silent ? State.SILENT : State.HEALTHY;
    }

    private String described(State state, Habit habit, @Nullable Instant lastNewItem, Instant now) {
        if (state != State.SILENT || lastNewItem == null || outcome instanceof PollOutcome.Postponed) {
            return outcome.described();
        }
        String silence =
                "%s; nothing new for %s".formatted(outcome.described(), Spoken.of(Duration.between(lastNewItem, now)));
        return habit.isKnown()
                ? "%s, where %s was its longest".formatted(silence, Spoken.of(habit.longest()))
                : silence;
    }
}
