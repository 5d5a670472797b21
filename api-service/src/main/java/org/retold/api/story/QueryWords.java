package org.retold.api.story;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** The parameters of a query, one by one; remembers what it did not understand. An empty value is no value. */
public final class QueryWords {

    private static final int LONGEST_VALUE = 2000;

    private final Map<String, List<String>> words;
    private final Set<String> asked = new TreeSet<>();
    private final List<BadParameter> problems = new ArrayList<>();

    public QueryWords(Map<String, List<String>> words) {
        this.words = Map.copyOf(words);
    }

    public Optional<String> text(String name) {
        asked.add(name);
        List<String> values = words.getOrDefault(name, List.of()).stream()
                .filter(value -> !value.isBlank())
                .toList();
        if (values.isEmpty()) {
            return Optional.empty();
        }
        if (values.size() > 1) {
            return refuse(name, "is given %d times".formatted(values.size()));
        }
        String value = values.getFirst().strip();
        if (value.length() > LONGEST_VALUE || value.indexOf('\0') >= 0) {
            return refuse(name, "is longer than %d characters or not text".formatted(LONGEST_VALUE));
        }
        return Optional.of(value);
    }

    public Optional<Long> number(String name, long least, long most) {
        return text(name).flatMap(value -> {
            try {
                long number = Long.parseLong(value);
                if (number >= least && number <= most) {
                    return Optional.of(number);
                }
            } catch (NumberFormatException e) {
                // said below
            }
            String range = most == Long.MAX_VALUE ? "%d or more".formatted(least) : "%d to %d".formatted(least, most);
            return refuse(name, "'%s' is not a whole number, %s".formatted(value, range));
        });
    }

    /** A date stands for its start in UTC. */
    public Optional<Instant> time(String name) {
        return text(name).flatMap(value -> {
            try {
                Instant time = value.length() <= "2024-02-13".length()
                        ? LocalDate.parse(value).atStartOfDay(ZoneOffset.UTC).toInstant()
                        : OffsetDateTime.parse(value.replace(' ', '+')).toInstant();
                int year = time.atOffset(ZoneOffset.UTC).getYear();
                if (year >= 1 && year <= 9999) {
                    return Optional.of(time);
                }
            } catch (DateTimeException e) {
                // said below
            }
            return refuse(
                    name, "'%s' is neither a date (2024-02-13) nor a time (2024-02-13T08:30:00Z)".formatted(value));
        });
    }

    /** Notes that a value was not understood. */
    public <T> Optional<T> refuse(String name, String reason) {
        problems.add(new BadParameter(name, reason));
        return Optional.empty();
    }

    public boolean hasProblems() {
        return !problems.isEmpty();
    }

    /** What was not understood, and the parameters that nobody asked for. */
    public List<BadParameter> problems() {
        List<BadParameter> all = new ArrayList<>(problems);
        words.keySet().stream()
                .filter(name -> !asked.contains(name))
                .sorted()
                .map(name -> new BadParameter(name, "is not known here; known are " + String.join(", ", asked)))
                .forEach(all::add);
        return all;
    }
}
