package org.retold.local.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;

final class BackoffTest {

    private static final Backoff BACKOFF = new Backoff(Duration.ofSeconds(1), Duration.ofSeconds(30));

    @Test
    void eachShortLifeDoublesTheWaitUpToTheLongest() {
        assertThat(BACKOFF.after(0)).isEqualTo(Duration.ofSeconds(1));
        assertThat(BACKOFF.after(1)).isEqualTo(Duration.ofSeconds(1));
        assertThat(BACKOFF.after(2)).isEqualTo(Duration.ofSeconds(2));
        assertThat(BACKOFF.after(4)).isEqualTo(Duration.ofSeconds(8));
        assertThat(BACKOFF.after(6)).isEqualTo(Duration.ofSeconds(30));
        assertThat(BACKOFF.after(Integer.MAX_VALUE)).isEqualTo(Duration.ofSeconds(30));
    }

    @Test
    void theLongestIsNotShorterThanTheShortest() {
        assertThatThrownBy(() -> new Backoff(Duration.ofSeconds(2), Duration.ofSeconds(1)))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
