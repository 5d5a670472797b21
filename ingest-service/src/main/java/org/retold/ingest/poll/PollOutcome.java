package org.retold.ingest.poll;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** How a poll ended. */
public sealed interface PollOutcome {

    /**
     * The feed was read.
     *
     * @param fresh entries that were not seen before
     * @param edited entries whose title or text changed
     * @param left entries that wait, because their pages could not be asked for yet
     * @param pause how long the publisher asks us to wait, or where entries wait, for how long their sites have to be
     *     left alone; absent when nobody says
     */
    record Read(int fresh, int edited, int left, @Nullable Duration pause) implements PollOutcome {}

    /** @param pause how long the publisher asks us to wait; absent when it does not say */
    record Unchanged(@Nullable Duration pause) implements PollOutcome {}

    /** @param reason half a sentence for people */
    record Postponed(Duration pause, String reason) implements PollOutcome {}

    /** @param pause how long the publisher asks us to stay away */
    record Failed(String reason, @Nullable Duration pause) implements PollOutcome {}

    record Ended(String reason) implements PollOutcome {}

    /** One sentence for people. */
    default String described() {
        return switch (this) {
            case Read read
            when read.left > 0 ->
                "read: %d new, %d edited, %d wait for their pages".formatted(read.fresh, read.edited, read.left);
            case Read read when read.fresh + read.edited == 0 -> "read: nothing new";
            case Read read -> "read: %d new, %d edited".formatted(read.fresh, read.edited);
            case Unchanged ignored -> "not modified";
            case Postponed postponed -> "postponed: " + postponed.reason;
            case Failed failed -> "failed: " + failed.reason;
            case Ended ended -> "gone: " + ended.reason;
        };
    }

    /** One word for counters. */
    default String word() {
        return switch (this) {
            case Read ignored -> "read";
            case Unchanged ignored -> "unchanged";
            case Postponed ignored -> "postponed";
            case Failed ignored -> "failed";
            case Ended ignored -> "gone";
        };
    }
}
