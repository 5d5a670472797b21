package org.retold.local.tail;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class SinceTest {

    private static final Instant NOW = Instant.parse("2026-03-29T12:00:00Z");

    @ParameterizedTest
    @CsvSource({
        "now, 2026-03-29T12:00:00Z",
        "30s, 2026-03-29T11:59:30Z",
        "10m, 2026-03-29T11:50:00Z",
        "2h, 2026-03-29T10:00:00Z",
        "7d, 2026-03-22T12:00:00Z",
        "2026-03-01, 2026-03-01T00:00:00Z",
        "2026-03-01T10:00:00+02:00, 2026-03-01T08:00:00Z",
        "beginning, 1970-01-01T00:00:00Z"
    })
    void aTimeIsSaidInManyWays(String said, Instant meant) {
        assertThat(Since.parsed(said, NOW)).contains(meant);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "yesterday", "10", "-5m", "10 m", "2026-02-30", "2026-03-01T10:00:00", "99999999999d"})
    void anythingElseIsNoTime(String said) {
        assertThat(Since.parsed(said, NOW)).isEmpty();
    }

    @Test
    void theLongestWhileAgoStaysATime() {
        assertThat(Since.parsed("999999d", NOW))
                .hasValueSatisfying(time -> assertThat(time).isBefore(NOW));
    }
}
