package org.retold.ingest.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QuietTimesTest {

    @ParameterizedTest(name = "{0}, from {1}: {2}")
    @CsvSource({
        "'',                2026-03-01T12:30:00Z, PT0S",
        "12,                2026-03-01T12:30:00Z, PT30M",
        "12 13 14,          2026-03-01T12:30:00Z, PT2H30M",
        "13,                2026-03-01T12:30:00Z, PT0S",
        "22 23 0 1,         2026-03-01T22:00:00Z, PT4H",
        "24,                2026-03-01T00:20:00Z, PT40M",
        "SUNDAY,            2026-03-01T12:30:00Z, PT11H30M",
        "saturday Sunday,   2026-02-28T00:00:00Z, PT48H",
        "sunday 0 1 2,      2026-03-01T23:00:00Z, PT4H"
    })
    void aQuietTimeLastsUntilTheFirstHourThatIsNone(String words, Instant from, Duration lasts) {
        assertThat(QuietTimes.of(Arrays.asList(words.split(" "))).lasts(from)).isEqualTo(lasts);
    }

    @Test
    void aPublisherWhoIsAlwaysQuietCannotMeanIt() {
        List<String> everyHour =
                IntStream.range(0, 24).mapToObj(Integer::toString).toList();

        assertThat(QuietTimes.of(everyHour).lasts(Instant.parse("2026-03-01T12:30:00Z")))
                .isZero();
    }

    @Test
    void whatIsNoHourAndNoDayIsPassedOver() {
        assertThat(QuietTimes.of(List.of("25", "-1", "noon", "Sun", "", "99999999999")))
                .isEqualTo(QuietTimes.NONE);
    }

    @Test
    void itsWordsAreReadAgain() {
        QuietTimes quiet = new QuietTimes(Set.of(23, 0, 7), Set.of(DayOfWeek.SUNDAY, DayOfWeek.MONDAY));

        assertThat(quiet.words()).isEqualTo("0 7 23 MONDAY SUNDAY");
        assertThat(QuietTimes.of(List.of(quiet.words().split(" ")))).isEqualTo(quiet);
        assertThat(QuietTimes.of(List.of(QuietTimes.NONE.words().split(" ")))).isEqualTo(QuietTimes.NONE);
    }

    @Test
    void anHourIsOneOfADay() {
        assertThatThrownBy(() -> new QuietTimes(Set.of(24), Set.of())).hasMessageContaining("within 0 and 23");
    }
}
