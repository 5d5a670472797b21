package org.retold.api;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;
import org.retold.api.postgres.OutletCount;
import org.retold.api.postgres.ReadSoFar;

/**
 * Counts the publishers anew when something was read, or their periods have moved on; it takes a fiftieth of the time, so
 * that with few articles it comes after seconds and with a million after minutes.
 */
@Singleton
final class OutletCounting implements Runnable {

    private static final Logger LOG = Logger.getLogger(OutletCounting.class);
    private static final Duration SHORTEST_PAUSE = Duration.ofSeconds(2);
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(15);
    private static final Duration PERIODS_MOVE = Duration.ofHours(1);
    private static final int PAUSE_FOR_EACH = 50;

    private final OutletCount count;
    private final ReadSoFar readSoFar;
    private final InstantSource clock;
    private final CountDownLatch ended = new CountDownLatch(1);
    private String counted = "";
    private Instant countedAt = Instant.MIN;

    OutletCounting(OutletCount count, ReadSoFar readSoFar, InstantSource clock) {
        this.count = count;
        this.readSoFar = readSoFar;
        this.clock = clock;
    }

    void start(@Observes StartupEvent event) {
        Thread.ofPlatform().name("outlet-count").daemon().start(this);
    }

    void stop(@Observes ShutdownEvent event) {
        ended.countDown();
    }

    @Override
    public void run() {
        Duration pause = SHORTEST_PAUSE;
        try {
            while (!ended.await(pause.toMillis(), TimeUnit.MILLISECONDS)) {
                pause = count();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** @return how long to wait before the next time */
    private Duration count() {
        long start = System.nanoTime();
        try {
            String read = readSoFar.now();
            Instant now = clock.instant();
            if (!read.equals(counted) || now.isAfter(countedAt.plus(PERIODS_MOVE))) {
                count.run();
                counted = read;
                countedAt = now;
            }
        } catch (RuntimeException e) {
            // Before the first migration, or while the database is away: the projection tells that.
            LOG.debugf(e, "publishers could not be counted");
        }
        Duration pause = Duration.ofNanos(System.nanoTime() - start).multipliedBy(PAUSE_FOR_EACH);
        return pause.compareTo(SHORTEST_PAUSE) < 0
                ? SHORTEST_PAUSE
                : pause.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause;
    }
}
