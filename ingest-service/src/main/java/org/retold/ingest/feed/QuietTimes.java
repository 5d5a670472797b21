package org.retold.ingest.feed;

import static java.util.stream.Collectors.joining;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * When a publisher asks not to be asked, in UTC: {@code skipHours} and {@code skipDays}.
 *
 * @param hours 0 to 23
 */
public record QuietTimes(Set<Integer> hours, Set<DayOfWeek> days) {

    /** It may be asked at any time. */
    public static final QuietTimes NONE = new QuietTimes(Set.of(), Set.of());

    private static final int HOURS_A_DAY = 24;
    private static final int HOURS_A_WEEK = 7 * HOURS_A_DAY;

    public QuietTimes {
        hours = Set.copyOf(hours);
        days = Set.copyOf(days);
        if (hours.stream().anyMatch(hour -> hour < 0 || hour >= HOURS_A_DAY)) {
            throw new IllegalArgumentException("an hour of %s is not within 0 and 23".formatted(hours));
        }
    }

    /** @param words numbers are hours, where 24 is midnight, and names are days; what is neither is passed over */
    public static QuietTimes of(Collection<String> words) {
        List<String> known = words.stream()
                .map(word -> word.strip().toUpperCase(Locale.ROOT))
                .toList();
        Set<Integer> hours = new TreeSet<>(known.stream()
                .filter(word -> word.matches("\\d{1,2}"))
                .map(Integer::valueOf)
                .filter(hour -> hour <= HOURS_A_DAY)
                .map(hour -> hour % HOURS_A_DAY)
                .toList());
        Set<DayOfWeek> days = new TreeSet<>(Stream.of(DayOfWeek.values())
                .filter(day -> known.contains(day.name()))
                .toList());
        return new QuietTimes(hours, days);
    }

    /** The words that {@link #of} reads, hours first, in order. */
    public String words() {
        return Stream.concat(
                        hours.stream().sorted().map(Object::toString),
                        days.stream().sorted().map(DayOfWeek::name))
                .collect(joining(" "));
    }

    /** How long it is quiet from a moment on; zero when it is not, or when it always is, which nobody can mean. */
    public Duration lasts(Instant from) {
        ZonedDateTime at = from.atZone(ZoneOffset.UTC);
        for (int hour = 0; hour < HOURS_A_WEEK; hour++) {
            if (!hours.contains(at.getHour()) && !days.contains(at.getDayOfWeek())) {
                return Duration.between(from, at);
            }
            at = at.truncatedTo(ChronoUnit.HOURS).plusHours(1);
        }
        return Duration.ZERO;
    }
}
