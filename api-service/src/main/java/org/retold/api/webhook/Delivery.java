package org.retold.api.webhook;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.retold.contract.StoryEvent;

/**
 * Something that a webhook is told, and how that went.
 *
 * @param id also the {@code webhook-id} of every attempt
 * @param type {@code story.} and the kind of event, or {@code webhook.ping}
 * @param event absent for a ping
 * @param nextTry absent when it is not tried again by itself
 * @param attempts so far, the first one first
 */
public record Delivery(
        String id,
        String type,
        State state,
        @Nullable StoryEvent event,
        Instant created,
        @Nullable Instant nextTry,
        List<Attempt> attempts) {

    /** The type of what is told only because somebody wants to see whether it arrives. */
    public static final String PING = "webhook.ping";

    /** How far it is. */
    public enum State {
        /** It is sent as soon as it may be. */
        @JsonProperty("pending")
        PENDING,
        /** The receiver took it. */
        @JsonProperty("delivered")
        DELIVERED,
        /** It was tried often enough while others were taken, or the receiver said that it is gone. */
        @JsonProperty("failed")
        FAILED
    }

    public Delivery {
        attempts = List.copyOf(attempts);
    }

    public Delivery with(List<Attempt> tried) {
        return new Delivery(id, type, state, event, created, nextTry, tried);
    }
}
