package org.retold.ingest.feed;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a document turned out to be. A document that is no feed is ordinary on the web, so it is no exception. */
public sealed interface FeedReading {

    /**
     * A feed.
     *
     * @param link the site it belongs to
     * @param askAgainAfter how long the feed asks to be left alone (ttl, sy:updatePeriod)
     * @param hub who tells when it changes
     * @param quiet when the feed asks not to be asked
     * @param entries in the document's order; may be empty
     */
    record ReadFeed(
            @Nullable Text title,
            @Nullable String link,
            @Nullable Text description,
            @Nullable String language,
            List<String> authors,
            @Nullable Duration askAgainAfter,
            @Nullable Hub hub,
            QuietTimes quiet,
            List<FeedEntry> entries)
            implements FeedReading {

        public ReadFeed {
            authors = List.copyOf(authors);
            entries = List.copyOf(entries);
        }
    }

    /** @param reason one sentence for people: "it is an HTML page" */
    record NotAFeed(String reason) implements FeedReading {

        /** What is said of an HTML page. */
        static final String PAGE = "it is an HTML page, not a feed";

        /** Whether it is a page, which may have a feed elsewhere. */
        public boolean isPage() {
            return reason.equals(PAGE);
        }
    }
}
