package org.retold.access;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/**
 * Notices when the clock of the day is set back. The streams client of Kafka goes by it: it would commit, and say that it
 * lives, when it is as late again as it was.
 */
public final class SetBackClock {

    /** What is corrected now and then is less, and is waited for. */
    private static final Duration TOLERATED = Duration.ofSeconds(5);

    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(1);

    private final InstantSource clock;
    private final LongSupplier nanos;
    private Duration ahead;

    /** @param nanos a clock that only counts */
    SetBackClock(InstantSource clock, LongSupplier nanos) {
        this.clock = clock;
        this.nanos = nanos;
        this.ahead = ahead();
    }

    /** @param then told by how much the clock was set back, each time it is, as long as this process lives */
    public static void watch(Consumer<Duration> then) {
        SetBackClock clock = new SetBackClock(InstantSource.system(), System::nanoTime);
        Thread.ofPlatform().name("set-back-clock").daemon().start(() -> clock.look(then));
    }

    /** By how much it was set back since the last look; empty where that was nothing, or little. */
    Optional<Duration> look() {
        Duration before = ahead;
        ahead = ahead();
        return Optional.of(before.minus(ahead)).filter(back -> back.compareTo(TOLERATED) > 0);
    }

    /** Of the clock that only counts. */
    private Duration ahead() {
        return Duration.between(Instant.EPOCH, clock.instant()).minusNanos(nanos.getAsLong());
    }

    private void look(Consumer<Duration> then) {
        try {
            while (true) {
                Thread.sleep(BETWEEN_LOOKS);
                look().ifPresent(then);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
