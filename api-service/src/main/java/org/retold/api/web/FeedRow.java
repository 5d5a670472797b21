package org.retold.api.web;

import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.retold.contract.FeedStatus;

/** A feed in the table, ready to print. */
record FeedRow(
        String title,
        @Nullable String link,
        String state,
        String stateWord,
        String lastPoll,
        @Nullable String outcome,
        String nextPoll,
        @Nullable String because,
        long items) {

    static FeedRow of(FeedStatus feed, Tongue tongue, Instant now) {
        return new FeedRow(
                feed.title(),
                WebLink.of(feed.url()),
                tongue.state(feed.state()),
                feed.state().name().toLowerCase(Locale.ROOT),
                feed.lastPolled() == null ? "–" : tongue.recently(feed.lastPolled(), now),
                feed.lastOutcome(),
                feed.nextPoll() == null ? "–" : tongue.minute(feed.nextPoll()),
                feed.nextPollBecause(),
                feed.itemsSeen());
    }
}
