package org.retold.api.web;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Year;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The axis that lags are drawn on: logarithmic, so that minutes and weeks are both seen.
 *
 * @param zero when the report was first told
 * @param fromReport whether that was before any of the articles
 * @param longest lag that is drawn, more than nothing
 * @param unit below it the axis is nearly linear: ten minutes, or a day where nothing is known more precisely
 */
record LagAxis(Instant zero, boolean fromReport, Duration longest, Duration unit) {

    private static final Duration DAY = Duration.ofDays(1);
    private static final List<Duration> STEPS = List.of(
            Duration.ofMinutes(10),
            Duration.ofHours(1),
            DAY,
            Duration.ofDays(7),
            Duration.ofDays(30),
            Duration.ofDays(365));
    private static final double APART = 16;
    private static final double LAST = 90;

    /**
     * A line across the axis.
     *
     * @param x from the left, as in {@code 23.4%}
     */
    record Tick(String x, String label) {}

    /**
     * Where an article lies.
     *
     * @param to end of the time that its date names, where that is more than a day: {@code 2024-01}
     */
    record Place(String x, @Nullable String to) {}

    /**
     * Empty where there is nothing to see: fewer than two dates, or all the same.
     *
     * @param origin date of the report, where it is known; it counts where it is a day before the first article
     * @param published of the articles, ISO 8601, as precise as they are known
     */
    static Optional<LagAxis> of(@Nullable String origin, List<String> published) {
        List<Instant> starts = published.stream().map(LagAxis::start).sorted().toList();
        if (starts.isEmpty()) {
            return Optional.empty();
        }
        Instant first = starts.getFirst();
        Instant told = day(origin).orElse(first);
        boolean earlier = told.isBefore(first.truncatedTo(ChronoUnit.DAYS));
        Instant zero = earlier ? told : first;
        Duration longest = Duration.between(zero, starts.getLast());
        boolean precise = published.stream().anyMatch(LagAxis::isInstant);
        Duration unit = precise ? Duration.ofMinutes(10) : DAY;
        return longest.compareTo(Duration.ofMinutes(1)) < 0
                ? Optional.empty()
                : Optional.of(new LagAxis(zero, earlier, longest, unit));
    }

    List<Tick> ticks(Tongue tongue) {
        List<Tick> ticks = new ArrayList<>();
        double last = 0;
        for (Duration step : STEPS) {
            double x = x(step);
            if (step.compareTo(longest) < 0 && step.compareTo(unit) >= 0 && x - last >= APART && x <= LAST) {
                ticks.add(new Tick(percent(x), tongue.span(step)));
                last = x;
            }
        }
        return ticks;
    }

    Place place(String published) {
        Instant start = start(published);
        boolean vague = published.length() < "2024-02-13".length();
        return new Place(
                percent(x(Duration.between(zero, start))),
                vague ? percent(x(Duration.between(zero, end(published, start)))) : null);
    }

    /** From the left, 0 to 100. */
    private double x(Duration lag) {
        return Math.clamp(100 * Math.log1p(inUnits(lag)) / Math.log1p(inUnits(longest)), 0, 100);
    }

    private double inUnits(Duration lag) {
        return Math.max(0, (double) lag.toSeconds() / unit.toSeconds());
    }

    private static String percent(double x) {
        return String.format(Locale.ROOT, "%.1f%%", x);
    }

    /** Empty where it is not known to the day. */
    private static Optional<Instant> day(@Nullable String date) {
        try {
            return date == null ? Optional.empty() : Optional.of(start(LocalDate.parse(date)));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    static boolean isInstant(String published) {
        return published.length() > "2024-02-13".length();
    }

    static Instant start(String published) {
        return switch (published.length()) {
            case 4 -> start(Year.parse(published).atDay(1));
            case 7 -> start(YearMonth.parse(published).atDay(1));
            case 10 -> start(LocalDate.parse(published));
            default -> Instant.parse(published);
        };
    }

    private static Instant end(String published, Instant start) {
        LocalDate day = LocalDate.ofInstant(start, ZoneOffset.UTC);
        return start(published.length() == 4 ? day.plusYears(1) : day.plusMonths(1));
    }

    private static Instant start(LocalDate day) {
        return day.atStartOfDay(ZoneOffset.UTC).toInstant();
    }
}
