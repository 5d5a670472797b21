package org.retold.api.live;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** Who listens. There is room for so many, and who does not take what is said is hung up on. */
public final class Listeners {

    private final int most;
    private final Duration patience;
    private final InstantSource clock;
    private final Set<Listener> listeners = ConcurrentHashMap.newKeySet();
    private final AtomicInteger count = new AtomicInteger();
    private final AtomicLong hungUpOn = new AtomicLong();

    /**
     * @param most at once, 1 or more
     * @param patience how long one may take to take what it is told
     */
    public Listeners(int most, Duration patience, InstantSource clock) {
        if (most < 1) {
            throw new IllegalArgumentException("room for %d listeners".formatted(most));
        }
        this.most = most;
        this.patience = patience;
        this.clock = clock;
    }

    /** Somebody who listens until it is closed; one thread tells it. */
    public final class Listener implements AutoCloseable {

        private final Runnable hangUp;
        private volatile @Nullable Instant toldSince;

        private Listener(Runnable hangUp) {
            this.hangUp = hangUp;
        }

        /** It is being told something from now on, and until {@link #heard}. */
        public void telling() {
            toldSince = clock.instant();
        }

        /** It has taken what it was told. */
        public void heard() {
            toldSince = null;
        }

        private boolean isSlow(Instant since) {
            Instant told = toldSince;
            return told != null && told.isBefore(since);
        }

        @Override
        public void close() {
            if (listeners.remove(this)) {
                count.decrementAndGet();
            }
        }
    }

    /**
     * @param hangUp ends the connection, whatever is being told
     * @return absent when there is no room
     */
    public Optional<Listener> add(Runnable hangUp) {
        if (count.incrementAndGet() > most) {
            count.decrementAndGet();
            return Optional.empty();
        }
        Listener listener = new Listener(hangUp);
        listeners.add(listener);
        return Optional.of(listener);
    }

    /** Ends the connections of those who have not taken what they were told in time. */
    void hangUpOnSlow() {
        Instant since = clock.instant().minus(patience);
        for (Listener listener : listeners) {
            if (listener.isSlow(since)) {
                hungUpOn.incrementAndGet();
                hangUpOn(listener);
            }
        }
    }

    void hangUpOnAll() {
        listeners.forEach(Listeners::hangUpOn);
    }

    private static void hangUpOn(Listener listener) {
        listener.close();
        listener.hangUp.run();
    }

    boolean any() {
        return count.get() > 0;
    }

    public int count() {
        return count.get();
    }

    /** How many were too slow, ever. */
    public long hungUpOn() {
        return hungUpOn.get();
    }
}
