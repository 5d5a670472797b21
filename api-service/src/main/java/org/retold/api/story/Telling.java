package org.retold.api.story;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.retold.contract.Published;
import org.retold.contract.Publisher;

/**
 * That a publisher told a story once.
 *
 * @param arrival of the article
 * @param credits the agencies that it credits
 */
public record Telling(
        Publisher publisher, long arrival, @Nullable Published published, List<String> credits) {

    public Telling {
        credits = List.copyOf(credits);
    }

    /** When it was published for certain: a date without a time counts as its end. */
    Instant certain() {
        if (published == null) {
            return Instant.MAX;
        }
        var at = published.at().atOffset(ZoneOffset.UTC);
        return switch (published.precision()) {
            case SECOND, MINUTE -> published.at();
            case DAY -> at.plusDays(1).toInstant();
            case MONTH -> at.plusMonths(1).toInstant();
            case YEAR -> at.plusYears(1).toInstant();
            case UNKNOWN -> Instant.MAX;
        };
    }

    /** To the minute; absent where it is not known so well. */
    @Nullable
    Instant exact() {
        if (published == null) {
            return null;
        }
        return switch (published.precision()) {
            case SECOND, MINUTE -> published.at();
            case DAY, MONTH, YEAR, UNKNOWN -> null;
        };
    }
}
