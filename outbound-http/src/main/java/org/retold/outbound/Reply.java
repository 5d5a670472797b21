package org.retold.outbound;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What came of a message. None of these is an exception: each is ordinary on the web. */
public sealed interface Reply {

    /**
     * An answer, whatever it says; one that leads elsewhere is not followed.
     *
     * @param headers by name, lower case
     * @param beginning of its body
     * @param retryAfter how long it asks us to stay away; absent when it does not
     */
    record Came(
            int status,
            Map<String, List<String>> headers,
            Content beginning,
            @Nullable Duration retryAfter) implements Reply {

        public Came {
            headers = Map.copyOf(headers);
        }
    }

    /**
     * We do not go there.
     *
     * @param reason one sentence for people
     */
    record Refused(String reason) implements Reply {}

    /**
     * Nobody answered, or not in time, or not in HTTP.
     *
     * @param reason one sentence for people
     */
    record Unreachable(String reason) implements Reply {}
}
