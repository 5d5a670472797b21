package org.retold.local.tail;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** From when on a person wants to read. */
public final class Since {

    /** Before everything. */
    public static final Instant BEGINNING = Instant.EPOCH;

    private static final Pattern AGO = Pattern.compile("(\\d{1,6})([smhd])");

    private Since() {}

    /**
     * Understands {@code beginning}, {@code now}, a while ago ({@code 30s}, {@code 10m}, {@code 2h}, {@code 7d}), a day
     * and a time with its offset in ISO 8601; empty for anything else.
     */
    public static Optional<Instant> parsed(String said, Instant now) {
        Matcher ago = AGO.matcher(said);
        if (said.equals("beginning")) {
            return Optional.of(BEGINNING);
        }
        if (said.equals("now")) {
            return Optional.of(now);
        }
        if (ago.matches()) {
            return Optional.of(now.minus(duration(Long.parseLong(ago.group(1)), ago.group(2))));
        }
        try {
            return Optional.of(
                    said.indexOf('T') < 0
                            ? LocalDate.parse(said).atStartOfDay(ZoneOffset.UTC).toInstant()
                            : OffsetDateTime.parse(said).toInstant());
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static Duration duration(long number, String unit) {
        return switch (unit) {
            case "s" -> Duration.ofSeconds(number);
            case "m" -> Duration.ofMinutes(number);
            case "h" -> Duration.ofHours(number);
            default -> Duration.ofDays(number);
        };
    }
}
