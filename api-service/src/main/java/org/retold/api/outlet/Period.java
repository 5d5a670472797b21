package org.retold.api.outlet;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Which stories count: those first published in the last so many days. */
public enum Period {
    ALL(null),
    MONTH(Duration.ofDays(30)),
    WEEK(Duration.ofDays(7)),
    DAY(Duration.ofDays(1));

    private final Optional<Duration> length;

    Period(@Nullable Duration length) {
        this.length = Optional.ofNullable(length);
    }

    /** As it is written in a query. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** From when on stories count. */
    public Instant since(Instant now) {
        return length.map(now::minus).orElse(Instant.EPOCH);
    }

    static Optional<Period> of(String word) {
        return Arrays.stream(values())
                .filter(period -> period.word().equals(word))
                .findFirst();
    }
}
