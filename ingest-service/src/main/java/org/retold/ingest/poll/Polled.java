package org.retold.ingest.poll;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.retold.contract.FeedStatus.State;

/**
 * What a poll learnt about a feed.
 *
 * @param copy what to remember of its copy; of a copy that was not taken wholly, nothing
 */
public record Polled(
        PollOutcome outcome,
        KnownCopy copy,
        @Nullable String title,
        @Nullable String movedTo) {

    /** A poll that learnt nothing new about the feed itself. */
    public static Polled without(PollOutcome outcome, Feed feed) {
        return new Polled(outcome, feed.copy(), feed.title(), feed.movedTo());
    }

    /**
     * The feed after this poll.
     *
     * @param pagesAgain when the first of its waiting pages is tried again
     * @param silentAfter a feed that brought nothing for so long is silent
     */
    public Feed applied(
            Feed feed, PollSchedule schedule, @Nullable Instant pagesAgain, Duration silentAfter, Instant now) {
        int failures = outcome instanceof PollOutcome.Failed ? feed.failures() + 1 : 0;
        int brought = outcome instanceof PollOutcome.Read read ? read.fresh() + read.edited() : 0;
        int fresh = outcome instanceof PollOutcome.Read read ? read.fresh() : 0;
        Instant lastNewItem = brought > 0 ? now : feed.lastNewItem();
        PollPlan plan = schedule.next(outcome, feed.interval(), failures, spread(feed), now);
        boolean pagesFirst = pagesAgain != null && plan.nextPoll() != null && pagesAgain.isBefore(plan.nextPoll());
        return new Feed(
                feed.id(),
                feed.url(),
                movedTo,
                title,
                feed.folder(),
                state(feed, lastNewItem, silentAfter, now),
                copy,
                now,
                outcome.described(),
                outcome instanceof PollOutcome.Postponed ? feed.failures() : failures,
                plan.interval(),
                pagesFirst ? pagesAgain : plan.nextPoll(),
                pagesFirst ? "a page of it could not be had and is tried again" : plan.because(),
                lastNewItem,
                pagesAgain,
                feed.itemsSeen() + fresh);
    }

    private State state(Feed feed, @Nullable Instant lastNewItem, Duration silentAfter, Instant now) {
        return switch (outcome) {
            case PollOutcome.Read ignored -> healthyOrSilent(lastNewItem, silentAfter, now);
            case PollOutcome.Unchanged ignored -> healthyOrSilent(lastNewItem, silentAfter, now);
            case PollOutcome.Postponed ignored -> feed.state();
            case PollOutcome.Failed ignored -> State.FAILING;
            case PollOutcome.Ended ignored -> State.GONE;
        };
    }

    private static State healthyOrSilent(@Nullable Instant lastNewItem, Duration silentAfter, Instant now) {
        boolean silent = lastNewItem != null && lastNewItem.plus(silentAfter).isBefore(now);
        return silent ? State.SILENT : State.HEALTHY;
    }

    /** The same for one feed always, and different for different ones. */
    private static double spread(Feed feed) {
        return Math.floorMod(feed.id().hashCode(), 1_000) / 1_000.0;
    }
}
