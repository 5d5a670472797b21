package org.retold.api;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** How long to wait before the next try: twice as long each time, up to a limit. */
final class BackOff {

    private final Duration shortest;
    private final Duration longest;
    private final CountDownLatch ended = new CountDownLatch(1);
    private volatile Duration current;

    BackOff(Duration shortest, Duration longest) {
        this.shortest = shortest;
        this.longest = longest;
        this.current = shortest;
    }

    Duration next() {
        Duration pause = current;
        Duration twice = current.multipliedBy(2);
        current = twice.compareTo(longest) > 0 ? longest : twice;
        return pause;
    }

    void reset() {
        current = shortest;
    }

    /** Waits, unless {@link #end} was or is called. */
    void pause(Duration pause) {
        try {
            boolean over = ended.await(pause.toMillis(), TimeUnit.MILLISECONDS);
            if (over) {
                reset();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    void end() {
        ended.countDown();
    }
}
