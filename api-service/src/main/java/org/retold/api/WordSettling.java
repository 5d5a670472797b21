package org.retold.api;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.jboss.logging.Logger;

/**
 * Puts the words of stored articles into their index, those of many articles at once. That takes nearly as long as storing
 * them, so that it has a thread of its own.
 */
final class WordSettling implements AutoCloseable {

    private static final Logger LOG = Logger.getLogger(WordSettling.class);

    /** Where little comes, few words wait, and searches are hardly slower for it. */
    static final Duration EVERY = Duration.ofSeconds(10);

    /** Their words take a few megabytes, of the 16 that the index lets wait before who stores the next has to see to them. */
    static final int AT_ONCE = 1_000;

    private final Runnable settle;
    private final InstantSource clock;
    private final ExecutorService thread = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().name("word-settling").factory());

    /** Articles whose words wait outside their index; whoever stored before may have left one. */
    private final AtomicInteger waiting = new AtomicInteger(1);

    private Future<?> settling = CompletableFuture.completedFuture(null);
    private Instant begun;

    /** @param settle empties the list of the words that wait */
    WordSettling(Runnable settle, InstantSource clock) {
        this.settle = settle;
        this.clock = clock;
        this.begun = clock.instant();
    }

    /** So many articles more are stored. */
    void stored(int articles) {
        if (waiting.addAndGet(articles) >= AT_ONCE) {
            begin();
        }
    }

    /** There is nothing to store. */
    void idle() {
        if (waiting.get() > 0 && clock.instant().isAfter(begun.plus(EVERY))) {
            begin();
        }
    }

    private void begin() {
        if (settling.isDone()) {
            begun = clock.instant();
            int articles = waiting.getAndSet(0);
            settling = thread.submit(() -> settle(articles));
        }
    }

    private void settle(int articles) {
        try {
            settle.run();
        } catch (RuntimeException e) {
            // Where the database is away, the projection tells that.
            LOG.debugf(e, "words wait on: articles=%d", articles);
            waiting.addAndGet(articles);
        }
    }

    /** Waits for the words that are being put there. */
    @Override
    public void close() {
        thread.close();
    }
}
