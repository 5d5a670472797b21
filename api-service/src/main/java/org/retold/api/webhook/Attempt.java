package org.retold.api.webhook;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Once that something was told, with what was said on both sides.
 *
 * @param number counts from 1
 * @param took until the answer was there, or it was clear that there would be none
 * @param answer absent when there was none
 * @param problem why it was not taken, in a sentence; absent when it was
 * @param withheld whether bodies were removed, because an article they may speak of was taken down
 */
public record Attempt(
        int number,
        Instant at,
        Duration took,
        Request request,
        @Nullable Answer answer,
        @Nullable String problem,
        boolean withheld) {

    /** The same as the n-th one. */
    public Attempt numbered(int nth) {
        return new Attempt(nth, at, took, request, answer, problem, withheld);
    }

    /** @param body absent where it is withheld */
    public record Request(
            Map<String, String> headers, @Nullable String body) {}

    /**
     * @param headers by name, lower case
     * @param beginning the first characters of its body; absent where they are withheld
     */
    public record Answer(
            int status,
            Map<String, List<String>> headers,
            @Nullable String beginning) {}
}
