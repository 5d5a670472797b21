package org.retold.normalize.date;

import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.retold.contract.Published.Precision;

/** Dates as people write them in French, English, German, Spanish and Italian. */
public final class TextDates {

    private static final String MONTH = "(?<month>" + MonthNames.alternation() + ")\\.?";
    private static final String TIME =
            "(?:(?:,? ?(?:a|at|um|a las|alle|ore|-|–|,|\\|)?) ?(?<hour>\\d{1,2}) ?(?:[:h.]) ?(?<minute>\\d{2})(?![\\d])(?::\\d{2})?(?: ?(?<half>[ap])\\.?m\\b\\.?)?"
                    + ClockZone.PATTERN + ")?";
    private static final Pattern DAY_FIRST =
            Pattern.compile("(?<!\\d)(?<day>\\d{1,2})(?:er|st|nd|rd|th|º|°)?\\.? ?(?:de |of )?" + MONTH
                    + ",? ?(?:de |del )?(?<year>(?:19|20)\\d{2})(?!\\d)" + TIME);
    private static final Pattern MONTH_FIRST = Pattern.compile(
            "(?<![\\p{L}])" + MONTH + " ?(?<day>\\d{1,2})(?:st|nd|rd|th)?,? (?<year>(?:19|20)\\d{2})(?!\\d)" + TIME);
    private static final Pattern ISO = Pattern.compile(
            "(?<![\\d-])(?<year>(?:19|20)\\d{2})-(?<month>\\d{2})-(?<day>\\d{2})(?:[ t](?<hour>\\d{2}):(?<minute>\\d{2})(?<half>)(?::\\d{2}(?:\\.\\d{1,9})?)?"
                    + ClockZone.PATTERN + ")?(?![\\d-])");
    private static final Pattern NUMERIC = Pattern.compile(
            "(?<!\\d|\\d[./-])(?<day>\\d{1,2})(?<sep>[./-])(?<month>\\d{1,2})\\k<sep>(?<year>(?:19|20)\\d{2})(?!\\d)"
                    + TIME);
    private static final Pattern MONTH_ONLY = Pattern.compile(
            "(?<!\\d{1,2}(?:er|\\.)? )(?<![\\p{L}\\d])" + MONTH
                    + " (?:de |del )?(?<year>(?:19|20)\\d{2})(?!\\d)|(?<![\\d-])(?<isoyear>(?:19|20)\\d{2})-(?<isomonth>\\d{2})(?![\\d-])");
    private static final Pattern WITHOUT_YEAR = Pattern.compile(
            "(?<!\\d)(?<day>\\d{1,2})(?:er|st|nd|rd|th)?\\.? (?:de )?" + MONTH + "(?![\\p{L}])|(?<![\\p{L}])"
                    + MONTH.replace("<month>", "<monthB>") + " (?<dayB>\\d{1,2})(?:st|nd|rd|th)?(?![\\d:])");

    private TextDates() {}

    /** A date found in a line, and where. */
    public record Match(FoundDate date, int start, int end) {}

    /**
     * The first full date of a line, or else the first month with its year.
     *
     * @param order what 05/03/2024 means here
     */
    public static Optional<FoundDate> first(String line, DayOrder order) {
        return find(line, order).map(Match::date);
    }

    /** The first full date of a line, or else the first month with its year, with its position in the folded line. */
    static Optional<Match> find(String line, DayOrder order) {
        String folded = folded(line);
        Match best = null;
        for (Pattern pattern : new Pattern[] {DAY_FIRST, MONTH_FIRST, ISO, NUMERIC}) {
            Matcher matcher = pattern.matcher(folded);
            while (matcher.find()) {
                Optional<FoundDate> date = full(matcher, pattern != NUMERIC || order == DayOrder.DAY_FIRST);
                if (date.isPresent() && (best == null || matcher.start() < best.start())) {
                    best = new Match(date.get(), matcher.start(), matcher.end());
                }
            }
        }
        return best != null ? Optional.of(best) : month(folded);
    }

    /**
     * A day and month without a year, put into the year in which it lies nearest before a known date.
     *
     * @param near a date that the text is known to be close to
     */
    public static Optional<FoundDate> withoutYear(String line, LocalDate near) {
        Matcher matcher = WITHOUT_YEAR.matcher(folded(line));
        while (matcher.find()) {
            String name = matcher.group("month") == null ? matcher.group("monthB") : matcher.group("month");
            String day = matcher.group("day") == null ? matcher.group("dayB") : matcher.group("day");
            Optional<LocalDate> date = MonthNames.number(name)
                    .flatMap(month -> date(near.getYear(), month, Integer.parseInt(day)))
                    .map(found -> found.isAfter(near.plusDays(2)) ? found.minusYears(1) : found);
            if (date.isPresent()) {
                return date.map(FoundDate::day);
            }
        }
        return Optional.empty();
    }

    private static Optional<Match> month(String folded) {
        Matcher matcher = MONTH_ONLY.matcher(folded);
        while (matcher.find()) {
            boolean iso = matcher.group("isoyear") != null;
            int year = Integer.parseInt(iso ? matcher.group("isoyear") : matcher.group("year"));
            Optional<Integer> month = iso
                    ? Optional.of(Integer.parseInt(matcher.group("isomonth")))
                    : MonthNames.number(matcher.group("month"));
            Optional<LocalDate> date = month.flatMap(m -> date(year, m, 1));
            if (date.isPresent()) {
                return Optional.of(new Match(
                        new FoundDate(date.get(), null, null, Precision.MONTH), matcher.start(), matcher.end()));
            }
        }
        return Optional.empty();
    }

    /**
     * Two numbers that could each be the month are not guessed at; with full stops between them the day comes first.
     *
     * @param certain whether day and month cannot have changed places
     */
    private static Optional<FoundDate> full(Matcher matcher, boolean certain) {
        int day = Integer.parseInt(matcher.group("day"));
        String name = matcher.group("month");
        Optional<Integer> month =
                Character.isDigit(name.charAt(0)) ? Optional.of(Integer.parseInt(name)) : MonthNames.number(name);
        if (!certain && !matcher.group("sep").equals(".") && day <= 12 && day != month.orElse(0)) {
            return Optional.empty();
        }
        int year = Integer.parseInt(matcher.group("year"));
        return month.flatMap(m -> date(year, m, day)).map(date -> {
            String half = matcher.group("half");
            LocalTime time = time(matcher.group("hour"), matcher.group("minute"), half);
            return time == null
                    ? FoundDate.day(date)
                    : new FoundDate(
                            date,
                            time,
                            ClockZone.offset(matcher.group("zone"), date.atTime(time), half != null && !half.isEmpty()),
                            Precision.MINUTE);
        });
    }

    private static @Nullable LocalTime time(@Nullable String hour, @Nullable String minute, @Nullable String half) {
        if (hour == null || minute == null) {
            return null;
        }
        int h = Integer.parseInt(hour);
        int m = Integer.parseInt(minute);
        if (half != null && half.equals("p") && h < 12) {
            h += 12;
        } else if (half != null && half.equals("a") && h == 12) {
            h = 0;
        }
        return h > 23 || m > 59 ? null : LocalTime.of(h, m);
    }

    private static Optional<LocalDate> date(int year, int month, int day) {
        try {
            return Optional.of(LocalDate.of(year, month, day));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static String folded(String line) {
        String plain = Normalizer.normalize(line, Normalizer.Form.NFD);
        StringBuilder folded = new StringBuilder(plain.length());
        for (int i = 0; i < plain.length(); i++) {
            char c = plain.charAt(i);
            if (Character.getType(c) != Character.NON_SPACING_MARK) {
                folded.append(c == '\u00a0' || c == '\u202f' ? ' ' : c);
            }
        }
        return folded.toString().toLowerCase(Locale.ROOT);
    }
}
