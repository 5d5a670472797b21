package org.retold.ingest.poll;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class HabitTest {

    private static final Duration UNKNOWN = Duration.ofDays(30);

    @Test
    void nobodyKnowsAHabitAfterAFewSilences() {
        assertThat(of(Duration.ofHours(1), 4).patience(UNKNOWN)).isEqualTo(UNKNOWN);
    }

    @Test
    void whoWritesEveryHourIsSilentAfterThreeDays() {
        assertThat(of(Duration.ofHours(1), 20).patience(UNKNOWN)).isEqualTo(Duration.ofDays(3));
    }

    @Test
    void whoWritesEveryMonthIsNotSilentAfterTwo() {
        assertThat(of(Duration.ofDays(31), 6).patience(UNKNOWN)).isEqualTo(Duration.ofDays(62));
    }

    @Test
    void aWeekendIsPartOfAHabit() {
        Habit habit = Habit.UNKNOWN;
        for (int week = 0; week < 8; week++) {
            habit = after(habit.after(Duration.ofHours(64)), Duration.ofHours(6), 15);
        }

        assertThat(habit.patience(UNKNOWN)).isBetween(Duration.ofDays(3), Duration.ofDays(6));
    }

    @Test
    void aLongHolidayFadesFromAHabit() {
        Habit holiday = of(Duration.ofHours(6), 20).after(Duration.ofDays(40));

        assertThat(holiday.patience(UNKNOWN)).isEqualTo(Duration.ofDays(80));
        assertThat(after(holiday, Duration.ofHours(6), 100).patience(UNKNOWN)).isEqualTo(Duration.ofDays(3));
    }

    private static Habit of(Duration silence, int times) {
        return after(Habit.UNKNOWN, silence, times);
    }

    private static Habit after(Habit habit, Duration silence, int times) {
        Habit after = habit;
        for (int i = 0; i < times; i++) {
            after = after.after(silence);
        }
        return after;
    }
}
