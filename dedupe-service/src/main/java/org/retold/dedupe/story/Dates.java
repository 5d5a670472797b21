package org.retold.dedupe.story;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.retold.contract.Published;
import org.retold.dedupe.article.Reference;

/** Dates as evidence: only as precise as they were given. */
final class Dates {

    private Dates() {}

    /** When it was published, where that is known to the day or better. */
    static Optional<Instant> day(@Nullable Published published) {
        if (published == null) {
            return Optional.empty();
        }
        return switch (published.precision()) {
            case SECOND, MINUTE, DAY -> Optional.of(published.at());
            case MONTH, YEAR, UNKNOWN -> Optional.empty();
        };
    }

    /** When it was published, however precisely; else when we accepted it. */
    static Instant orArrival(ToldArticle article) {
        Published published = article.reference().published();
        return published == null ? article.first().time() : published.at();
    }

    /**
     * The latest instant that an exclusive's date leaves open as its beginning: start of the day, or of the month's
     * last day, so that nobody is called late who may not be.
     */
    static Optional<Instant> exclusive(@Nullable String date) {
        if (date == null) {
            return Optional.empty();
        }
        try {
            LocalDate day = date.length() == 7 ? YearMonth.parse(date).atEndOfMonth() : LocalDate.parse(date);
            return Optional.of(day.atStartOfDay(ZoneOffset.UTC).toInstant());
        } catch (DateTimeException e) {
            return Optional.empty(); // other services' dates are evidence, and evidence may be odd
        }
    }

    /** {@code 2024-02-13}, or {@code 2024-02}, or {@code 2024}. */
    static Optional<String> text(Reference article) {
        Published published = article.published();
        if (published == null) {
            return Optional.empty();
        }
        String day = published.at().atOffset(ZoneOffset.UTC).toLocalDate().toString();
        return switch (published.precision()) {
            case SECOND, MINUTE, DAY -> Optional.of(day);
            case MONTH -> Optional.of(day.substring(0, 7));
            case YEAR -> Optional.of(day.substring(0, 4));
            case UNKNOWN -> Optional.empty();
        };
    }
}
