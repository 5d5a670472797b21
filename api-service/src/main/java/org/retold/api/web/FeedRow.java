package org.retold.api.web;

import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.retold.contract.FeedStatus;

/**
 * A feed in the table, ready to print.
 *
 * @param address where it is, for people to read
 * @param outcome of the last poll
 * @param failures in a row; absent for none
 * @param because why it is polled next then
 */
record FeedRow(
        String title,
        @Nullable String link,
        String address,
        String state,
        String stateWord,
        String lastPoll,
        @Nullable Saying outcome,
        @Nullable String failures,
        String nextPoll,
        @Nullable Saying because,
        String lastNew,
        String items) {

    private static final String NONE = "–";

    static FeedRow of(FeedStatus feed, Tongue tongue, Instant now) {
        return new FeedRow(
                feed.title(),
                WebLink.of(feed.url()),
                feed.url().replaceFirst("^https?://(www\\.)?", ""),
                tongue.state(feed.state()),
                word(feed.state()),
                recently(feed.lastPolled(), tongue, now),
                feed.lastOutcome() == null ? null : tongue.heard(feed.lastOutcome()),
                feed.failures() == 0 ? null : tongue.words().feedFailures(feed.failures()),
                feed.nextPoll() == null ? NONE : tongue.soon(feed.nextPoll(), now),
                feed.nextPollBecause() == null ? null : tongue.heard(feed.nextPollBecause()),
                recently(feed.lastNewItem(), tongue, now),
                tongue.number(feed.itemsSeen()));
    }

    /** Names the state's colour. */
    static String word(FeedStatus.State state) {
        return state.name().toLowerCase(Locale.ROOT);
    }

    private static String recently(@Nullable Instant time, Tongue tongue, Instant now) {
        return time == null ? NONE : tongue.recently(time, now);
    }
}
