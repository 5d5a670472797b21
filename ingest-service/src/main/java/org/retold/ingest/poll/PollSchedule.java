package org.retold.ingest.poll;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Decides when to ask a feed again: sooner when it brings something, later when it does not, never sooner than its
 * publisher asks for, and with patience when it fails.
 *
 * @param shortest never ask sooner than this
 * @param usual how often a feed is asked of which nothing is known
 * @param longest never wait longer than this, unless its publisher asks for it or it fails
 * @param longestAsked never wait longer than this because its publisher asks for it
 * @param longestAfterFailures never wait longer than this
 */
public record PollSchedule(
        Duration shortest, Duration usual, Duration longest, Duration longestAsked, Duration longestAfterFailures) {

    private static final Duration SITE_PATIENCE = Duration.ofSeconds(5);
    private static final int DOUBLINGS = 16;

    public PollSchedule {
        if (shortest.compareTo(usual) > 0
                || usual.compareTo(longest) > 0
                || longest.compareTo(longestAfterFailures) > 0) {
            throw new IllegalArgumentException("shortest %s, usual %s, longest %s, longestAfterFailures %s must grow"
                    .formatted(shortest, usual, longest, longestAfterFailures));
        }
    }

    /**
     * @param interval what was learnt before
     * @param failures consecutive failures, this one included; 0 after a success
     * @param chance 0 to 1: where in the tenth of the wait that is left to chance this poll stands
     */
    public PollPlan next(PollOutcome outcome, Duration interval, int failures, double chance, Instant now) {
        return switch (outcome) {
            case PollOutcome.Read read
            when read.left() > 0 ->
                new PollPlan(
                        now.plus(read.pause() == null ? SITE_PATIENCE : atLeast(SITE_PATIENCE, read.pause())),
                        interval,
                        read.left() + " of its entries wait for their pages");
            case PollOutcome.Read read
            when read.fresh() + read.edited() > 0 ->
                habit(
                        scaled(interval, 0.7),
                        read.pause(),
                        "it brought %d new and %d edited".formatted(read.fresh(), read.edited()),
                        chance,
                        now);
            case PollOutcome.Read read -> habit(scaled(interval, 1.3), read.pause(), "nothing was new", chance, now);
            case PollOutcome.Unchanged unchanged ->
                habit(scaled(interval, 1.3), unchanged.pause(), "it was not modified", chance, now);
            case PollOutcome.Postponed postponed ->
                new PollPlan(now.plus(atLeast(SITE_PATIENCE, postponed.pause())), interval, postponed.reason());
            case PollOutcome.Failed failed -> afterFailure(failed, interval, failures, chance, now);
            case PollOutcome.Ended ended -> new PollPlan(null, interval, ended.reason());
        };
    }

    /** The plan for a feed whose hub tells when it changes: it is asked rarely, only to see whether the hub does. */
    PollPlan told(PollOutcome outcome, PollPlan plan, double chance, Instant now) {
        boolean read = outcome instanceof PollOutcome.Unchanged
                || (outcome instanceof PollOutcome.Read done && done.left() == 0);
        Instant rare = now.plus(around(longest, chance));
        return read && plan.nextPoll() != null && plan.nextPoll().isBefore(rare)
                ? new PollPlan(
                        rare,
                        plan.interval(),
                        "its hub tells when it changes, so it is asked every %s".formatted(Spoken.of(longest)))
                : plan;
    }

    private PollPlan habit(Duration interval, @Nullable Duration asked, String because, double chance, Instant now) {
        if (asked != null && asked.compareTo(interval) > 0) {
            Duration wait = atLeast(interval, atMost(longestAsked, asked));
            return new PollPlan(
                    now.plus(jittered(wait, chance)), interval, "its publisher asks for %s".formatted(Spoken.of(wait)));
        }
        return new PollPlan(
                now.plus(atLeast(shortest, around(interval, chance))),
                interval,
                "%s, so it is asked every %s".formatted(because, Spoken.of(interval)));
    }

    private PollPlan afterFailure(
            PollOutcome.Failed failed, Duration interval, int failures, double chance, Instant now) {
        Duration doubled = shortest.multipliedBy(1L << Math.min(Math.max(failures - 1, 0), DOUBLINGS));
        Duration wait = atMost(longestAfterFailures, doubled);
        if (failed.pause() != null && failed.pause().compareTo(wait) > 0) {
            Duration asked = atMost(longestAfterFailures, failed.pause());
            return new PollPlan(
                    now.plus(jittered(asked, chance)),
                    interval,
                    "its publisher asks to stay away for %s".formatted(Spoken.of(asked)));
        }
        String times = failures == 1 ? "once" : failures + " times";
        return new PollPlan(
                now.plus(jittered(wait, chance)), interval, "it failed %s: %s".formatted(times, failed.reason()));
    }

    private Duration scaled(Duration interval, double factor) {
        Duration scaled = Duration.ofMillis(Math.round(interval.toMillis() * factor));
        return atMost(longest, atLeast(shortest, scaled));
    }

    private static Duration around(Duration wait, double chance) {
        return wait.plusMillis(Math.round(wait.toMillis() * 0.1 * (chance - 0.5)));
    }

    /** What somebody asks for is never undercut. */
    private static Duration jittered(Duration wait, double chance) {
        return wait.plusMillis(Math.round(wait.toMillis() * 0.1 * chance));
    }

    private static Duration atLeast(Duration least, Duration wait) {
        return wait.compareTo(least) < 0 ? least : wait;
    }

    private static Duration atMost(Duration most, Duration wait) {
        return wait.compareTo(most) > 0 ? most : wait;
    }
}
