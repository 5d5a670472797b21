package org.retold.benchmarks.reading;

import java.time.Instant;
import java.util.Optional;
import org.retold.ingest.feed.FeedDocument;

/** One way to read feeds. */
interface FeedParser {

    String name();

    /** The feed's values; empty where the document is refused or reading it fails. */
    Optional<Values> read(FeedDocument document, byte[] bytes);

    /** The instant at which a date of a feed begins; empty where it is not read. */
    Optional<Instant> date(String text);

    /** What was read of one feed. */
    interface Values {

        /** @param path as the expectations spell it, for example {@code entries.0.title} */
        Optional<String> at(String path);
    }
}
