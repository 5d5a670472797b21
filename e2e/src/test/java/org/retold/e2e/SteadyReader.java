package org.retold.e2e;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;

/** Asks for the newest stories five times a second, until it is closed. */
final class SteadyReader implements AutoCloseable {

    private static final Duration PAUSE = Duration.ofMillis(200);

    private final Pipeline pipeline;
    private final Thread thread;
    private final AtomicInteger answers = new AtomicInteger();
    private final AtomicInteger failures = new AtomicInteger();
    private volatile boolean over;

    private SteadyReader(Pipeline pipeline) {
        this.pipeline = pipeline;
        this.thread = Thread.ofVirtual().name("steady-reader").unstarted(this::run);
    }

    static SteadyReader of(Pipeline pipeline) {
        SteadyReader reader = new SteadyReader(pipeline);
        reader.thread.start();
        return reader;
    }

    int answers() {
        return answers.get();
    }

    int failures() {
        return failures.get();
    }

    private void run() {
        try {
            while (!over) {
                ask();
                Thread.sleep(PAUSE);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void ask() {
        try {
            pipeline.newestStories();
            answers.incrementAndGet();
        } catch (IOException e) {
            System.out.printf("  stories were not told: %s%n", e.getMessage());
            failures.incrementAndGet();
        }
    }

    @Override
    public void close() {
        over = true;
        thread.interrupt();
    }
}
