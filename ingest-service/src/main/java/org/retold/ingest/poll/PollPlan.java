package org.retold.ingest.poll;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.retold.ingest.feed.QuietTimes;

/**
 * When a feed is asked again.
 *
 * @param nextPoll absent when it is not asked any more
 * @param interval what was learnt about its habit
 * @param because one sentence for people
 */
public record PollPlan(@Nullable Instant nextPoll, Duration interval, String because) {

    /** After a quiet time not everybody comes at once. */
    private static final Duration AFTERWARDS = Duration.ofMinutes(30);

    /**
     * The same, but not at a time at which the publisher asks not to be asked.
     *
     * @param chance 0 to 1: how far into the half hour after a quiet time
     */
    PollPlan outside(QuietTimes quiet, double chance) {
        if (nextPoll == null) {
            return this;
        }
        Duration lasts = quiet.lasts(nextPoll);
        return lasts.isZero()
                ? this
                : new PollPlan(
                        nextPoll.plus(lasts).plusMillis(Math.round(AFTERWARDS.toMillis() * chance)),
                        interval,
                        "its publisher asks not to be asked before that time (skipHours, skipDays)");
    }
}
