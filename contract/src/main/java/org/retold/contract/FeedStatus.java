package org.retold.contract;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How a feed is.
 *
 * @param title as the feed calls itself, the URL until it was read
 * @param folder from the OPML import
 * @param lastPolled absent before the first poll
 * @param lastOutcome one sentence about the last poll
 * @param failures consecutive failed polls, 0 after a success
 * @param nextPoll absent when it is not polled any more
 * @param nextPollBecause why then, one sentence
 * @param lastNewItem when it last brought something new
 * @param itemsSeen items it has brought in all
 */
public record FeedStatus(
        String id,
        String url,
        String title,
        @Nullable String folder,
        State state,
        @Nullable Instant lastPolled,
        @Nullable String lastOutcome,
        int failures,
        @Nullable Instant nextPoll,
        @Nullable String nextPollBecause,
        @Nullable Instant lastNewItem,
        long itemsSeen,
        Instant at) {

    /** How it does. */
    public enum State {
        @JsonProperty("new")
        NEW,
        @JsonProperty("healthy")
        HEALTHY,
        @JsonProperty("failing")
        FAILING,
        @JsonProperty("silent")
        SILENT,
        @JsonProperty("gone")
        GONE,
        @JsonEnumDefaultValue
        @JsonProperty("unknown")
        UNKNOWN
    }

    public FeedStatus {
        Required.text(id, "id");
        Required.text(url, "url");
        Required.text(title, "title");
        Required.present(state, "state");
        Required.atLeast(0, failures, "failures");
        Required.atLeast(0, itemsSeen, "itemsSeen");
        Required.present(at, "at");
    }
}
