package org.retold.local.process;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A child that lives until it is stopped: when it dies unasked it is started again, later each time. */
public final class Supervised {

    /** A life this long forgives the deaths before it. */
    private static final Duration LONG_LIFE = Duration.ofSeconds(60);

    /** The guard beside the child kills after ten seconds; this is for the case that the guard is gone. */
    private static final Duration PATIENCE = Duration.ofSeconds(15);

    private final Child child;
    private final Backoff backoff;
    private final Consumer<ProcessHandle> onBirth;
    private final Consumer<Ending> onEnding;
    private final Thread watcher;
    private boolean stopping;
    private boolean away;
    private @Nullable Process process;

    private Supervised(Child child, Backoff backoff, Consumer<ProcessHandle> onBirth, Consumer<Ending> onEnding) {
        this.child = child;
        this.backoff = backoff;
        this.onBirth = onBirth;
        this.onEnding = onEnding;
        this.watcher =
                Thread.ofPlatform().daemon().name("watch-" + child.name()).unstarted(this::watch);
    }

    /**
     * @param onBirth told of each life
     * @param onEnding told of each unasked death, before the next life begins
     */
    public static Supervised start(
            Child child, Backoff backoff, Consumer<ProcessHandle> onBirth, Consumer<Ending> onEnding) {
        Supervised supervised = new Supervised(child, backoff, onBirth, onEnding);
        supervised.watcher.start();
        return supervised;
    }

    /** The process of the current life; empty between two lives. */
    public synchronized Optional<ProcessHandle> running() {
        return process == null || !process.isAlive() ? Optional.empty() : Optional.of(process.toHandle());
    }

    /** Ends this life as {@code kill -9} does, and returns when it is over; the next one begins by itself. */
    public void kill() {
        running().ifPresent(handle -> {
            handle.destroyForcibly();
            handle.onExit().join();
        });
    }

    /** Ends this life as {@code kill -9} does; the next one begins when it is brought back. */
    public void takeAway() {
        synchronized (this) {
            away = true;
        }
        kill();
    }

    /** Lets the next life begin. */
    public synchronized void bringBack() {
        away = false;
        notifyAll();
    }

    private synchronized void awaitBringingBack() throws InterruptedException {
        while (away) {
            wait();
        }
    }

    /** Asks the child to end, insists after a while, and returns when it is gone. */
    public void stop() {
        Process last;
        synchronized (this) {
            stopping = true;
            last = process;
        }
        watcher.interrupt();
        if (last == null) {
            return;
        }
        try {
            last.getOutputStream().close();
            if (last.waitFor(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
                return;
            }
        } catch (IOException e) {
            // The pipe is broken: nobody is left to ask.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        last.destroyForcibly();
    }

    private void watch() {
        int shortLives = 0;
        try {
            while (true) {
                long born = System.nanoTime();
                long logged = LogFile.length(child.log());
                int status = live();
                if (isStopping()) {
                    return;
                }
                boolean longLife = System.nanoTime() - born > LONG_LIFE.toNanos();
                shortLives = longLife ? 0 : shortLives + 1;
                List<String> lastLines = LogFile.lastLines(child.log(), logged);
                onEnding.accept(new Ending(child.name(), status, shortLives, lastLines));
                Thread.sleep(backoff.after(shortLives));
                awaitBringingBack();
            }
        } catch (InterruptedException e) {
            // Stopped between two lives.
        }
    }

    private int live() throws InterruptedException {
        Process life;
        synchronized (this) {
            if (stopping) {
                return 0;
            }
            try {
                life = launch();
                process = life;
                onBirth.accept(life.toHandle());
            } catch (IOException e) {
                System.err.println(child.name() + " cannot be started: " + e.getMessage());
                return 1;
            }
        }
        while (true) {
            try {
                return life.waitFor();
            } catch (InterruptedException e) {
                if (isStopping()) {
                    throw e;
                }
            }
        }
    }

    private Process launch() throws IOException {
        LogFile.prepare(child.log());
        ProcessBuilder builder = new ProcessBuilder(
                        Tether.tied(child.stopSignal(), child.command().get()))
                .redirectErrorStream(true)
                .redirectOutput(Redirect.appendTo(child.log().toFile()));
        builder.environment().putAll(child.environment());
        return builder.start();
    }

    private synchronized boolean isStopping() {
        return stopping;
    }
}
