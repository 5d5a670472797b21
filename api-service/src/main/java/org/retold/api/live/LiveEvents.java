package org.retold.api.live;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jboss.logging.Logger;
import org.retold.api.postgres.EventQueries;
import org.retold.api.story.PlacedEvent;

/**
 * Follows the events for all who listen: one look at the database tells everybody. Runs in a thread of its own until it
 * is closed; all else may be called from any thread.
 */
public final class LiveEvents implements Runnable, AutoCloseable {

    private static final Logger LOG = Logger.getLogger(LiveEvents.class);
    private static final Duration LOOK_EVERY = Duration.ofMillis(250);
    private static final int AT_ONCE = 500;
    private static final int KEPT = 2_000;
    private static final long NOTHING = Long.MAX_VALUE;

    private final EventQueries events;
    private final Listeners listeners;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition moved = lock.newCondition();

    /** The newest events, all that came after {@link #keptAfter}. */
    private final Deque<PlacedEvent> kept = new ArrayDeque<>();

    private long keptAfter = NOTHING;
    private long newest = -1;
    private boolean failing;
    private volatile boolean closed;

    public LiveEvents(EventQueries events, Listeners listeners) {
        this.events = events;
        this.listeners = listeners;
    }

    /** Where who listens from now on begins. */
    public long newest() {
        return events.newest();
    }

    public boolean isClosed() {
        return closed;
    }

    /**
     * What happened after that place; waits for it.
     *
     * @return empty when nothing happened within the patience
     */
    public List<PlacedEvent> after(long position, Duration patience) throws InterruptedException {
        long until = System.nanoTime() + patience.toNanos();
        while (await(position, until - System.nanoTime())) {
            List<PlacedEvent> known = known(position);
            List<PlacedEvent> found = known.isEmpty() ? events.after(position, AT_ONCE) : known;
            if (!found.isEmpty()) {
                return found;
            }
            // The next one waits for its snapshot.
            TimeUnit.NANOSECONDS.sleep(LOOK_EVERY.toNanos());
        }
        return List.of();
    }

    private boolean await(long position, long patience) throws InterruptedException {
        long left = patience;
        lock.lockInterruptibly();
        try {
            while (newest <= position && left > 0 && !closed) {
                left = moved.awaitNanos(left);
            }
            return newest > position && left > 0 && !closed;
        } finally {
            lock.unlock();
        }
    }

    private List<PlacedEvent> known(long position) {
        lock.lock();
        try {
            return position < keptAfter
                    ? List.of()
                    : kept.stream()
                            .filter(event -> event.position() > position)
                            .limit(AT_ONCE)
                            .toList();
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void run() {
        while (!closed) {
            try {
                TimeUnit.NANOSECONDS.sleep(LOOK_EVERY.toNanos());
                listeners.hangUpOnSlow();
                follow();
            } catch (InterruptedException e) {
                return;
            } catch (RuntimeException e) {
                if (!failing) {
                    LOG.warnf("listeners hear nothing until the database answers: reason=%s", e.getMessage());
                }
                failing = true;
            }
        }
    }

    private void follow() {
        if (!listeners.any()) {
            forget();
        } else if (keptAfter == NOTHING) {
            begin(events.newest());
        } else {
            List<PlacedEvent> fresh = events.after(newest, AT_ONCE);
            if (!fresh.isEmpty()) {
                keep(fresh);
            } else if (events.newest() < newest) {
                LOG.warn("the events began anew, listeners have to come again");
                listeners.hangUpOnAll();
                forget();
            }
            failing = false;
        }
    }

    private void begin(long position) {
        lock.lock();
        try {
            keptAfter = position;
            newest = position;
            moved.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private void keep(List<PlacedEvent> fresh) {
        lock.lock();
        try {
            kept.addAll(fresh);
            newest = fresh.getLast().position();
            while (kept.size() > KEPT) {
                keptAfter = kept.removeFirst().position();
            }
            moved.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** While nobody listens nothing is followed. */
    private void forget() {
        lock.lock();
        try {
            kept.clear();
            keptAfter = NOTHING;
            newest = -1;
        } finally {
            lock.unlock();
        }
    }

    /** Nobody is told anything any more. */
    @Override
    public void close() {
        closed = true;
        lock.lock();
        try {
            moved.signalAll();
        } finally {
            lock.unlock();
        }
    }
}
