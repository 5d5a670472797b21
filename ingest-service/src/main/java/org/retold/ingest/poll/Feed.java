package org.retold.ingest.poll;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.retold.contract.FeedStatus;
import org.retold.contract.FeedStatus.State;
import org.retold.ingest.feed.QuietTimes;

/**
 * A feed that we read, and how far we are with it.
 *
 * @param id hash of the address under which it was added
 * @param url the address under which it was added
 * @param movedTo where the publisher says it lives from now on
 * @param copy what we remember of the last copy
 * @param failures consecutive failed polls, 0 after a success
 * @param interval how long to wait between polls, before anybody asks for more
 * @param nextPoll absent when it is not polled any more
 * @param quiet when its publisher asks not to be asked
 * @param habit how long it usually brings nothing
 * @param toldUntil until when its hub tells of its changes; absent when none does
 * @param pagesAgain when a page that could not be had is tried again; absent when none waits
 */
public record Feed(
        String id,
        String url,
        @Nullable String movedTo,
        @Nullable String title,
        @Nullable String folder,
        State state,
        KnownCopy copy,
        @Nullable Instant lastPolled,
        @Nullable String lastOutcome,
        int failures,
        Duration interval,
        @Nullable Instant nextPoll,
        @Nullable String nextPollBecause,
        QuietTimes quiet,
        Habit habit,
        @Nullable Instant toldUntil,
        @Nullable Instant lastNewItem,
        @Nullable Instant pagesAgain,
        long itemsSeen) {

    /** Why a feed is polled whose hub called. */
    public static final String HUB_SAYS = "its hub has something to tell";

    private static final int LOST = 3;

    /** Where to ask for it; the old address again, every other time, when the one that it moved to fails and fails. */
    public String address() {
        boolean lost = failures >= LOST && failures % 2 == 1;
        return movedTo == null || lost ? url : movedTo;
    }

    /**
     * Where it lives after an answer.
     *
     * @param permanentUrl where its publisher says it lives from now on; absent when it did not say
     */
    public @Nullable String movedTo(@Nullable String permanentUrl) {
        if (permanentUrl != null) {
            return permanentUrl;
        }
        return address().equals(url) ? null : movedTo;
    }

    /** Whether nothing of it was ever read. */
    public boolean wasNeverRead() {
        return itemsSeen == 0 && copy.since() == null && movedTo == null;
    }

    /** What others are told. */
    public FeedStatus status(Instant at) {
        return new FeedStatus(
                id,
                url,
                title == null ? url : title,
                folder,
                state,
                lastPolled,
                lastOutcome,
                failures,
                nextPoll,
                nextPollBecause,
                lastNewItem,
                itemsSeen,
                at);
    }

    /** Whether a hub tells of its changes. */
    boolean isTold(Instant now) {
        return toldUntil != null && toldUntil.isAfter(now);
    }

    /** Whether a page waits for another try, so that the feed must be read even if it did not change. */
    public boolean waitsForPages(Instant now) {
        return pagesAgain != null && !pagesAgain.isAfter(now);
    }
}
