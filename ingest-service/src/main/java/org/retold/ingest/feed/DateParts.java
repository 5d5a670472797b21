package org.retold.ingest.feed;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.Month;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What was read of a date, from the year downwards; together they must be a date that exists.
 *
 * @param zone absent where the text names none: then it is taken as UTC, and written as RFC 3339 writes an unknown
 *     offset, {@code -00:00}
 */
record DateParts(
        int year,
        @Nullable Month month,
        @Nullable Integer day,
        @Nullable LocalTime time,
        @Nullable ZoneOffset zone) {

    /** ISO 8601, as exact as the text was; empty when there is no such day. */
    Optional<String> iso() {
        try {
            if (month == null) {
                return Optional.of("%04d".formatted(year));
            }
            if (day == null) {
                return Optional.of(YearMonth.of(year, month).toString());
            }
            LocalDate date = LocalDate.of(year, month, day);
            if (time == null) {
                return Optional.of(date.toString());
            }
            return Optional.of(
                    zone == null
                            ? DateTimeFormatter.ISO_LOCAL_DATE_TIME.format(date.atTime(time)) + "-00:00"
                            : DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(OffsetDateTime.of(date, time, zone)));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
