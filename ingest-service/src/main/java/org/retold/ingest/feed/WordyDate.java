package org.retold.ingest.feed;

import java.time.LocalTime;
import java.time.Month;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads dates that name their month: RFC 822 and its many misspellings, asctime, other languages. Every word must be
 * understood; a weekday is understood only where it stands first.
 */
final class WordyDate {

    private static final Pattern BETWEEN_WORDS = Pattern.compile("[,\\s]+");
    private static final Pattern NUMBER = Pattern.compile("\\d{1,2}(?:st|nd|rd|th|er|\\.)?|\\d{4}");
    private static final Pattern WORD = Pattern.compile("\\p{L}+\\.?");

    private @Nullable Month month;
    private @Nullable LocalTime time;
    private @Nullable ZoneOffset zone;
    private final List<String> numbers = new ArrayList<>();
    private boolean half;
    private boolean afternoon;

    private WordyDate() {}

    static Optional<DateParts> read(String text) {
        return new WordyDate().parts(text);
    }

    private Optional<DateParts> parts(String text) {
        Deque<String> words = new ArrayDeque<>(List.of(BETWEEN_WORDS.split(text)));
        if (startsWithWeekday(words)) {
            words.pop();
        }
        for (String word : words) {
            if (!understood(word)) {
                return Optional.empty();
            }
        }
        return dated();
    }

    /** "mar." is Tuesday in "mar. 5 mars" and March in "mar 5". */
    private static boolean startsWithWeekday(Deque<String> words) {
        String first = words.peekFirst();
        if (first == null || !WORD.matcher(first).matches()) {
            return false;
        }
        return MonthNames.read(first).isEmpty()
                || words.stream().skip(1).anyMatch(word -> MonthNames.read(word).isPresent());
    }

    private boolean understood(String word) {
        if (NUMBER.matcher(word).matches()) {
            return numbers.add(word.replaceAll("\\D", ""));
        }
        if (word.equalsIgnoreCase("AM") || word.equalsIgnoreCase("PM")) {
            half = true;
            afternoon = word.equalsIgnoreCase("PM");
            return true;
        }
        return isMonth(word) || isTime(word) || isZone(word);
    }

    private boolean isMonth(String word) {
        Optional<Month> read = month == null ? MonthNames.read(word) : Optional.empty();
        read.ifPresent(found -> month = found);
        return read.isPresent();
    }

    private boolean isTime(String word) {
        Optional<LocalTime> read = time == null ? ClockTime.read(word) : Optional.empty();
        read.ifPresent(found -> time = found);
        return read.isPresent();
    }

    private boolean isZone(String word) {
        Optional<ZoneOffset> read = zone == null && time != null ? ZoneName.read(word) : Optional.empty();
        read.ifPresent(found -> zone = found);
        return read.isPresent();
    }

    private Optional<DateParts> dated() {
        if (month == null || numbers.size() != 2) {
            return Optional.empty();
        }
        if (half) {
            time = time == null
                    ? null
                    : ClockTime.onTwelveHours(time, afternoon).orElse(null);
            if (time == null) {
                return Optional.empty();
            }
        }
        boolean yearFirst = numbers.getFirst().length() == 4;
        String year = numbers.get(yearFirst ? 0 : 1);
        String day = numbers.get(yearFirst ? 1 : 0);
        if (day.length() > 2) {
            return Optional.empty();
        }
        return Optional.of(new DateParts(year(year), month, Integer.parseInt(day), time, zone));
    }

    /** RFC 2822, 4.3: two digits below 50 are this century's. */
    private static int year(String digits) {
        int year = Integer.parseInt(digits);
        return digits.length() == 4 ? year : year < 50 ? 2000 + year : 1900 + year;
    }
}
