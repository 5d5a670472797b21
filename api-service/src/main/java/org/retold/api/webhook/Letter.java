package org.retold.api.webhook;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.retold.api.story.StableJson;
import org.retold.api.story.StoryNotice;

/**
 * Something that is about to be told.
 *
 * @param id of the delivery
 * @param timestamp when it happened
 * @param notice the event, and the story as it is now
 * @param titledBy the articles that may have lent the story its title
 * @param attempts so far
 * @param firstTried absent when it was not tried yet
 * @param secrets with which it is signed, at least one
 */
public record Letter(
        String webhookId,
        String id,
        String url,
        String type,
        Instant timestamp,
        StoryNotice notice,
        List<String> titledBy,
        int attempts,
        @Nullable Instant firstTried,
        List<Secret> secrets) {

    public Letter {
        titledBy = List.copyOf(titledBy);
        secrets = List.copyOf(secrets);
    }

    /** What is posted. */
    private record Body(String type, Instant timestamp, StoryNotice data) {}

    public String body() {
        return StableJson.text(new Body(type, timestamp, notice));
    }

    /** The headers of Standard Webhooks. */
    public Map<String, String> headers(Instant sent, String body) {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("webhook-id", id);
        headers.put("webhook-timestamp", Long.toString(sent.getEpochSecond()));
        headers.put(
                "webhook-signature",
                secrets.stream().map(secret -> secret.sign(id, sent, body)).collect(Collectors.joining(" ")));
        return headers;
    }
}
