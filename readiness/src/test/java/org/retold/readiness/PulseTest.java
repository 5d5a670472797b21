package org.retold.readiness;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class PulseTest {

    private final AtomicBoolean answer = new AtomicBoolean(true);
    private final AtomicLong nanos = new AtomicLong();
    private final Pulse pulse = new Pulse(answer::get, nanos::get);

    @Test
    void whoWasNotAskedYetIsNotThere() {
        assertThat(pulse.isThere()).isFalse();
    }

    @Test
    void theLastAnswerCounts() {
        pulse.ask();
        assertThat(pulse.isThere()).isTrue();

        answer.set(false);
        pulse.ask();
        assertThat(pulse.isThere()).isFalse();

        answer.set(true);
        pulse.ask();
        assertThat(pulse.isThere()).isTrue();
    }

    @Test
    void whoDoesNotComeBackFromTheQuestionIsNotThereAfterAMinute() {
        pulse.ask();

        nanos.addAndGet(Duration.ofMinutes(1).toNanos());
        assertThat(pulse.isThere()).isTrue();

        nanos.addAndGet(1);
        assertThat(pulse.isThere()).isFalse();
    }
}
