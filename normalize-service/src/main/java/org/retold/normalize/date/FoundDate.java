package org.retold.normalize.date;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import org.jspecify.annotations.Nullable;
import org.retold.contract.Published.Precision;

/**
 * A date as far as it was stated.
 *
 * @param date its first day, where only a month or year was stated
 * @param time of day, where one was stated
 * @param offset from UTC, where one was stated
 */
public record FoundDate(
        LocalDate date, @Nullable LocalTime time, @Nullable ZoneOffset offset, Precision precision) {

    private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("uuuu-MM");

    static FoundDate day(LocalDate date) {
        return new FoundDate(date, null, null, Precision.DAY);
    }

    /** The instant at which it begins; a time without a zone is taken as UTC. */
    Instant begin() {
        LocalTime at = time == null ? LocalTime.MIDNIGHT : time;
        return date.atTime(at).toInstant(offset == null ? ZoneOffset.UTC : offset);
    }

    /** {@code 2024-02-13}, {@code 2024-02} or {@code 2024}. */
    public String iso() {
        return switch (precision) {
            case MONTH -> MONTH.format(date);
            case YEAR -> Integer.toString(date.getYear());
            case SECOND, MINUTE, DAY, UNKNOWN -> date.toString();
        };
    }
}
