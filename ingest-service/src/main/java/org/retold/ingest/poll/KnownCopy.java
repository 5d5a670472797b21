package org.retold.ingest.poll;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What we remember of the last copy of a feed, to ask only for a newer one.
 *
 * @param lastModified letter by letter: SPIP answers 304 only to an exact match
 * @param bodyHash because a publisher may say "modified" when nothing is
 * @param since when we last took a copy without conditions: a publisher may also say "not modified" for ever
 */
public record KnownCopy(
        @Nullable String etag,
        @Nullable String lastModified,
        @Nullable String bodyHash,
        @Nullable Instant since) {

    /** Nothing is known: the next request is unconditional. */
    public static final KnownCopy NONE = new KnownCopy(null, null, null, null);
}
