package org.retold.ingest.poll;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.retold.ingest.feed.FeedDocument;
import org.retold.ingest.feed.Hub;

/** What came of asking a publisher for a feed. */
public sealed interface FetchOutcome {

    /**
     * A copy that we do not have yet.
     *
     * @param known what to remember of it, once everything in it was taken
     * @param freshFor how long the publisher says it stays fresh
     * @param movedTo where the publisher says it lives from now on
     * @param hub that its headers name
     */
    record Copy(
            FeedDocument document,
            KnownCopy known,
            @Nullable Duration freshFor,
            @Nullable String movedTo,
            @Nullable Hub hub)
            implements FetchOutcome {}

    /**
     * The copy we have is the newest.
     *
     * @param freshFor how long the publisher says it stays fresh
     * @param movedTo where the publisher says it lives from now on
     */
    record Unchanged(@Nullable Duration freshFor, @Nullable String movedTo) implements FetchOutcome {}

    /**
     * Its site has to be left alone for a moment, so we did not ask to the end.
     *
     * @param reason half a sentence for people
     */
    record Held(Duration pause, String reason) implements FetchOutcome {}

    /** @param retryAfter how long the publisher asks us to stay away */
    record NotToBeHad(String reason, @Nullable Duration retryAfter) implements FetchOutcome {}

    /** The publisher says that it is gone for good. */
    record Gone(String reason) implements FetchOutcome {}
}
