package org.retold.ingest.feed;

import java.time.DateTimeException;
import java.time.LocalTime;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads a time of day: {@code 9:15}, {@code 10:14:55.1234}. Fractions of a second are dropped. */
final class ClockTime {

    private static final Pattern TIME = Pattern.compile("(\\d{1,2}):(\\d{2})(?::(\\d{2})(?:[.,]\\d+)?)?");

    private ClockTime() {}

    static Optional<LocalTime> read(String text) {
        Matcher time = TIME.matcher(text);
        if (!time.matches()) {
            return Optional.empty();
        }
        int second = time.group(3) == null ? 0 : Integer.parseInt(time.group(3));
        try {
            return Optional.of(LocalTime.of(Integer.parseInt(time.group(1)), Integer.parseInt(time.group(2)), second));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** @param afternoon whether the text said so: 12 is noon then, and midnight otherwise */
    static Optional<LocalTime> onTwelveHours(LocalTime time, boolean afternoon) {
        if (time.getHour() < 1 || time.getHour() > 12) {
            return Optional.empty();
        }
        int hour = time.getHour() % 12;
        return Optional.of(time.withHour(afternoon ? hour + 12 : hour));
    }
}
