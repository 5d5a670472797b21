package org.retold.ingest.poll;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** When a page that could not be had is asked for again: a few times, ever more slowly, and then not any more. */
public final class PageTries {

    private static final List<Duration> WAITS =
            List.of(Duration.ofMinutes(5), Duration.ofMinutes(30), Duration.ofHours(3), Duration.ofHours(12));

    private PageTries() {}

    /** @param tries how often it was asked for, this time included, 1 or more */
    public static Optional<Instant> next(int tries, Instant now) {
        return tries > WAITS.size() ? Optional.empty() : Optional.of(now.plus(WAITS.get(tries - 1)));
    }
}
