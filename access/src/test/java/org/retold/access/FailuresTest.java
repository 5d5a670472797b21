package org.retold.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class FailuresTest {

    private final SetClock clock = new SetClock();
    private final Failures failures = new Failures(3, Duration.ofMinutes(1), 100, clock);

    @Test
    void whoFailsTooOftenIsNotListenedToUntilTheMinuteIsOver() {
        fail("192.0.2.1", 2);
        assertThat(failures.lockedOut("192.0.2.1")).isEmpty();

        clock.pass(Duration.ofSeconds(20));
        fail("192.0.2.1", 1);

        assertThat(failures.lockedOut("192.0.2.1")).contains(Duration.ofSeconds(40));
        assertThat(failures.lockedOut("192.0.2.2")).isEmpty();
        clock.pass(Duration.ofSeconds(40));
        assertThat(failures.lockedOut("192.0.2.1")).isEmpty();
    }

    @Test
    void aHouseholdWithManyAddressesIsOneClient() {
        fail("2001:db8:1:2::1", 2);
        fail("2001:db8:1:2:ffff::7", 1);

        assertThat(failures.lockedOut("2001:db8:1:2::9")).isPresent();
        assertThat(failures.lockedOut("2001:db8:1:3::1")).isEmpty();
    }

    @Test
    void aMillionClientsTakeNoMoreRoomThanAHundred() {
        for (int client = 0; client < 1_000_000; client++) {
            failures.count("client-" + client);
        }

        assertThat(failures.clients()).isEqualTo(100);
    }

    @Test
    void aClockThatIsSetBackLocksNobodyOutForHours() {
        fail("192.0.2.1", 3);

        clock.pass(Duration.ofHours(-5));

        assertThat(failures.lockedOut("192.0.2.1")).isEmpty();
        fail("192.0.2.1", 3);
        assertThat(failures.lockedOut("192.0.2.1")).contains(Duration.ofMinutes(1));
    }

    private void fail(String client, int times) {
        for (int i = 0; i < times; i++) {
            failures.count(client);
        }
    }
}
