package org.retold.normalize.date;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.retold.contract.Published;
import org.retold.contract.Published.Source;

/** Decides when an article says it was published; a date that cannot be is passed over, not mended. */
public final class PublishedDate {

    private static final Instant EARLIEST = Instant.parse("1990-01-01T00:00:00Z");
    private static final Duration AHEAD = Duration.ofDays(1);
    /** A line is a date line when its date starts early and at most this many characters of it are something else. */
    private static final int BESIDE = 70;

    private static final int EARLY = 40;

    private PublishedDate() {}

    /**
     * What may say when an article was published.
     *
     * @param machine dates for programs, best first
     * @param lines short lines around the text, in reading order
     * @param order of day and month, where both are numbers
     */
    public record Claims(List<Claim> machine, List<String> lines, DayOrder order) {

        public Claims {
            machine = List.copyOf(machine);
            lines = List.copyOf(lines);
        }
    }

    /** One statement of a date. */
    public record Claim(Source source, String date) {}

    /** @param fetched when the item was accepted; nothing is published more than a day after it */
    public static Optional<Published> of(Claims claims, Instant fetched) {
        for (Claim claim : claims.machine()) {
            Optional<Published> published = MachineDates.parse(claim.date())
                    .or(() -> TextDates.first(claim.date(), claims.order()))
                    .flatMap(date -> believed(date, claim.source(), fetched));
            if (published.isPresent()) {
                return published;
            }
        }
        return claims.lines().stream()
                .flatMap(line -> dateline(line, claims.order()).stream())
                .flatMap(date -> believed(date, Source.TEXT, fetched).stream())
                .findFirst();
    }

    private static Optional<FoundDate> dateline(@Nullable String line, DayOrder order) {
        if (line == null || line.length() > 200) {
            return Optional.empty();
        }
        return TextDates.find(line, order)
                .filter(match -> match.start() < EARLY && line.length() - (match.end() - match.start()) < BESIDE)
                .map(TextDates.Match::date);
    }

    private static Optional<Published> believed(FoundDate date, Source source, Instant fetched) {
        Instant begin = date.begin();
        return begin.isBefore(EARLIEST) || begin.isAfter(fetched.plus(AHEAD))
                ? Optional.empty()
                : Optional.of(new Published(begin, date.precision(), source, offset(date)));
    }

    private static @Nullable String offset(FoundDate date) {
        return date.offset() == null ? null : date.offset().getId();
    }
}
