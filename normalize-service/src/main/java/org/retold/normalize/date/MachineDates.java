package org.retold.normalize.date;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.retold.contract.Published.Precision;

/** Dates as programs write them: ISO 8601 in its many shapes, RFC 822, seconds since 1970. */
final class MachineDates {

    private static final Pattern ISO = Pattern.compile("(?<year>\\d{4})(?:-?(?<month>\\d{2})(?:-?(?<day>\\d{2})"
            + "(?:[T ]+(?<hour>\\d{2}):?(?<minute>\\d{2})(?::?(?<second>\\d{2})(?:[.,]\\d{1,9})?)?)?)?)?"
            + " ?(?<offset>Z|UTC|GMT|[+-]\\d{2}(?::?\\d{2})?)?(?:\\[[\\w/]+])?");
    private static final DateTimeFormatter RFC_822 =
            DateTimeFormatter.ofPattern("[EEE, ]d MMM yyyy HH:mm[:ss] [zzz][xx][xxx]", Locale.ENGLISH);

    private MachineDates() {}

    static Optional<FoundDate> parse(String text) {
        String value = text.strip();
        Matcher iso = ISO.matcher(value);
        try {
            if (iso.matches() && iso.group("year") != null && !(value.length() == 8 && value.indexOf('-') > 0)) {
                return Optional.of(iso(iso));
            }
            if (value.matches("1\\d{9}")) {
                LocalDateTime utc = LocalDateTime.ofEpochSecond(Long.parseLong(value), 0, ZoneOffset.UTC);
                return Optional.of(new FoundDate(utc.toLocalDate(), utc.toLocalTime(), null, Precision.SECOND));
            }
            ZonedDateTime time = ZonedDateTime.parse(value, RFC_822);
            return Optional.of(
                    new FoundDate(time.toLocalDate(), time.toLocalTime(), time.getOffset(), Precision.SECOND));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static FoundDate iso(Matcher iso) {
        int year = Integer.parseInt(iso.group("year"));
        if (iso.group("month") == null) {
            return new FoundDate(LocalDate.of(year, 1, 1), null, null, Precision.YEAR);
        }
        int month = Integer.parseInt(iso.group("month"));
        if (iso.group("day") == null) {
            return new FoundDate(LocalDate.of(year, month, 1), null, null, Precision.MONTH);
        }
        LocalDate date = LocalDate.of(year, month, Integer.parseInt(iso.group("day")));
        if (iso.group("hour") == null) {
            return FoundDate.day(date);
        }
        String second = iso.group("second");
        LocalTime time = LocalTime.of(
                Integer.parseInt(iso.group("hour")),
                Integer.parseInt(iso.group("minute")),
                second == null ? 0 : Integer.parseInt(second));
        return new FoundDate(
                date, time, offset(iso.group("offset")), second == null ? Precision.MINUTE : Precision.SECOND);
    }

    /** RFC 3339, 4.3: an offset of {@code -00:00} says that the offset is not known. */
    private static @Nullable ZoneOffset offset(@Nullable String offset) {
        if (offset == null || offset.startsWith("-00")) {
            return null;
        }
        if (!Character.isDigit(offset.charAt(offset.length() - 1))) {
            return ZoneOffset.UTC;
        }
        return ZoneOffset.of(offset.length() == 3 ? offset + ":00" : offset);
    }
}
