package org.retold.ingest.feed;

import java.time.LocalTime;
import java.time.Month;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads dates that begin with the year: ISO 8601 and its relatives, W3C-DTF, SQL. */
final class NumericDate {

    private static final Pattern YEAR = Pattern.compile("(\\d{4})");
    private static final Pattern MONTH = Pattern.compile("(\\d{4})-(\\d{1,2})");
    private static final Pattern COMPACT =
            Pattern.compile("(\\d{4})(\\d{2})(\\d{2})(?:T?(\\d{2})(\\d{2})(\\d{2}))?(Z)?");
    /** ISO 8601:2000, 5.2.1.3: the century left out. */
    private static final Pattern TRUNCATED_MONTH = Pattern.compile("-(\\d{2})-?(\\d{2})");

    private static final Pattern TRUNCATED_DAY = Pattern.compile("(\\d{2})(-?)(\\d{2})\\2(\\d{2})");
    private static final Pattern DAY = Pattern.compile(
            "(?:\\p{L}+[.,]* )?(\\d{4})([-/.])([\\p{L}\\d]{1,12})\\2(\\d{1,2})"
                    + "(?:(?:T| |, )(\\d{1,2}:\\d{2}(?::\\d{2}(?:[.,]\\d+)?)?) ?(AM|PM)? ?([A-Za-z/]+|(?:GMT|UTC)?[+-]\\d{1,2}:?\\d{2}|[+-]\\d{2})?)?");

    private NumericDate() {}

    static Optional<DateParts> read(String text) {
        Matcher year = YEAR.matcher(text);
        if (year.matches()) {
            return Optional.of(new DateParts(number(year.group(1)), null, null, null, null));
        }
        Matcher month = MONTH.matcher(text);
        if (month.matches()) {
            return month(month.group(2)).map(m -> new DateParts(number(month.group(1)), m, null, null, null));
        }
        Matcher compact = COMPACT.matcher(text);
        if (compact.matches()) {
            return compact(compact);
        }
        Matcher day = DAY.matcher(text);
        return day.matches() ? day(day) : truncated(text);
    }

    private static Optional<DateParts> truncated(String text) {
        Matcher month = TRUNCATED_MONTH.matcher(text);
        if (month.matches()) {
            return month(month.group(2)).map(m -> new DateParts(2000 + number(month.group(1)), m, null, null, null));
        }
        Matcher day = TRUNCATED_DAY.matcher(text);
        return day.matches()
                ? month(day.group(3))
                        .map(m -> new DateParts(2000 + number(day.group(1)), m, number(day.group(4)), null, null))
                : Optional.empty();
    }

    private static Optional<DateParts> compact(Matcher compact) {
        @Nullable LocalTime time = null;
        if (compact.group(4) != null) {
            time = ClockTime.read("%s:%s:%s".formatted(compact.group(4), compact.group(5), compact.group(6)))
                    .orElse(null);
            if (time == null) {
                return Optional.empty();
            }
        }
        LocalTime at = time;
        @Nullable ZoneOffset zone = compact.group(7) == null ? null : ZoneOffset.UTC;
        return month(compact.group(2))
                .map(month -> new DateParts(number(compact.group(1)), month, number(compact.group(3)), at, zone));
    }

    private static Optional<DateParts> day(Matcher day) {
        Optional<Month> month = month(day.group(3));
        if (month.isEmpty()) {
            return Optional.empty();
        }
        int year = number(day.group(1));
        int dayOfMonth = number(day.group(4));
        if (day.group(5) == null) {
            return Optional.of(new DateParts(year, month.get(), dayOfMonth, null, null));
        }
        Optional<LocalTime> time = ClockTime.read(day.group(5)).flatMap(t -> halfOfDay(t, day.group(6)));
        @Nullable ZoneOffset zone = null;
        if (day.group(7) != null) {
            zone = ZoneName.read(day.group(7)).orElse(null);
            if (zone == null) {
                return Optional.empty();
            }
        }
        ZoneOffset offset = zone;
        return time.map(t -> new DateParts(year, month.get(), dayOfMonth, t, offset));
    }

    private static Optional<LocalTime> halfOfDay(LocalTime time, @Nullable String half) {
        return half == null ? Optional.of(time) : ClockTime.onTwelveHours(time, half.equals("PM"));
    }

    private static Optional<Month> month(String text) {
        if (!text.matches("\\d{1,2}")) {
            return MonthNames.read(text);
        }
        int month = number(text);
        return month >= 1 && month <= 12 ? Optional.of(Month.of(month)) : Optional.empty();
    }

    private static int number(String digits) {
        return Integer.parseInt(digits);
    }
}
