package org.retold.outbound;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** What came of a request. None of these is an exception: each is ordinary on the web. */
public sealed interface Answer {

    /**
     * A copy.
     *
     * @param finalUrl where it was found after redirects
     * @param permanentUrl where the publisher says it lives from now on (301, 308); absent when it did not move for good
     */
    record Ok(
            Content content,
            ResponseFacts facts,
            String finalUrl,
            @Nullable String permanentUrl) implements Answer {}

    /**
     * The copy we have is still good.
     *
     * @param permanentUrl where the publisher says it lives from now on (301, 308); absent when it did not move for good
     */
    record NotModified(ResponseFacts facts, @Nullable String permanentUrl) implements Answer {}

    /**
     * We do not go there.
     *
     * @param reason one sentence for people
     */
    record Refused(String reason) implements Answer {}

    /** @param limit in bytes, after decompression */
    record TooLarge(int limit) implements Answer {}

    /** @param limit of redirects that were followed */
    record RedirectedTooOften(int limit) implements Answer {}

    /**
     * The gate let a hop wait, so it was not made.
     *
     * @param pause after which it may be worth asking again
     * @param reason half a sentence for people
     */
    record Held(Duration pause, String reason) implements Answer {}

    /**
     * The gate does not let it pass.
     *
     * @param reason half a sentence for people
     * @param always false when the same question may have another answer later
     */
    record Forbidden(String reason, boolean always) implements Answer {}

    /**
     * A status that brings nothing.
     *
     * @param status of the last hop
     * @param retryAfter how long the publisher asks us to stay away
     */
    record HttpError(int status, @Nullable Duration retryAfter) implements Answer {}

    /**
     * Nobody answered, or not in time, or not in HTTP.
     *
     * @param reason one sentence for people
     */
    record Unreachable(String reason) implements Answer {}
}
