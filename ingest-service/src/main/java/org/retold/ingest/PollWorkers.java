package org.retold.ingest;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/** Runs so many polls at a time, each on its own virtual thread. */
public final class PollWorkers {

    private static final Logger LOG = Logger.getLogger(PollWorkers.class);

    private final Semaphore places;
    private final Set<String> busy = ConcurrentHashMap.newKeySet();
    private final ExecutorService threads = Executors.newThreadPerTaskExecutor(
            Thread.ofVirtual().name("poll-", 0).factory());

    public PollWorkers(int polls) {
        this.places = new Semaphore(polls);
    }

    int free() {
        return places.availablePermits();
    }

    /** Ids of the feeds that are being polled. */
    Set<String> busyWith() {
        return Set.copyOf(busy);
    }

    /** Waits for a place if there is none. */
    void start(String feedId, Runnable poll) throws InterruptedException {
        places.acquire();
        busy.add(feedId);
        threads.execute(() -> {
            try {
                poll.run();
            } catch (RuntimeException | Error e) {
                LOG.errorf(e, "poll broke off feedId=%s", feedId);
            } finally {
                busy.remove(feedId);
                places.release();
            }
        });
    }

    /** Lets polls end for so long, then breaks them off. */
    void stop(Duration grace) throws InterruptedException {
        threads.shutdown();
        if (!threads.awaitTermination(grace.toMillis(), TimeUnit.MILLISECONDS)) {
            threads.shutdownNow();
            threads.awaitTermination(1, TimeUnit.SECONDS);
        }
    }
}
