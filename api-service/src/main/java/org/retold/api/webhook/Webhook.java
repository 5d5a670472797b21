package org.retold.api.webhook;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.retold.contract.StoryEvent;

/**
 * Somebody who is told what happens to stories.
 *
 * @param url what happens is posted here
 * @param description what it is for, in the words of whoever made it
 * @param because why it is disabled; absent unless it is
 * @param kinds what it is told of
 * @param filter of which stories
 * @param waiting how many events are prepared for it and not taken yet; 1,000 at most, the others follow
 * @param failures how often in a row it did not take something
 * @param failingSince the first of these
 * @param restsUntil nothing is sent before
 */
public record Webhook(
        String id,
        String url,
        @Nullable String description,
        State state,
        @Nullable String because,
        List<StoryEvent.Kind> kinds,
        WebhookFilter filter,
        Instant created,
        int waiting,
        int failures,
        @Nullable Instant failingSince,
        @Nullable Instant lastSuccess,
        @Nullable Instant restsUntil) {

    /** Whether it is told anything. */
    public enum State {
        @JsonProperty("active")
        ACTIVE,
        /** Not until the operator says so; then it goes on where it was. */
        @JsonProperty("paused")
        PAUSED,
        /** It took nothing for too long, or said that it is gone. */
        @JsonProperty("disabled")
        DISABLED
    }

    public Webhook {
        kinds = List.copyOf(kinds);
    }
}
