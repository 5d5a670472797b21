package org.retold.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class SetBackClockTest {

    private final SetClock day = new SetClock();
    private final AtomicLong nanos = new AtomicLong(-7);
    private final SetBackClock clock = new SetBackClock(day, nanos::get);

    @Test
    void aClockThatGoesOnIsNotSetBack() {
        pass(Duration.ofHours(3));

        assertThat(clock.look()).isEmpty();
    }

    @Test
    void aClockThatIsSetBackIsNoticedOnceWithTheTimeThatPassedMeanwhile() {
        pass(Duration.ofSeconds(1));
        day.pass(Duration.ofMinutes(-50));

        assertThat(clock.look()).contains(Duration.ofMinutes(50));
        assertThat(clock.look()).isEmpty();
    }

    @Test
    void aClockThatIsSetAheadOrCorrectedALittleIsLeftAlone() {
        day.pass(Duration.ofMinutes(50));
        assertThat(clock.look()).isEmpty();

        day.pass(Duration.ofSeconds(-4));
        assertThat(clock.look()).isEmpty();
    }

    private void pass(Duration time) {
        day.pass(time);
        nanos.addAndGet(time.toNanos());
    }
}
