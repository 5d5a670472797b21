package org.retold.api.http;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jboss.logging.Logger;
import org.retold.api.http.Postman.Errand;
import org.retold.api.postgres.Letterbox;
import org.retold.api.postgres.Letterbox.Outcome;
import org.retold.api.postgres.Outbox;
import org.retold.api.webhook.Lease;
import org.retold.api.webhook.Letter;

/**
 * Tells webhooks what happened, again and again until it is closed. Any number of instances may run on one database.
 */
public final class Mailroom implements Runnable, AutoCloseable {

    private static final Logger LOG = Logger.getLogger(Mailroom.class);
    private static final Duration LOOK_EVERY = Duration.ofMillis(250);
    private static final Duration AFTER_TROUBLE = Duration.ofSeconds(2);

    /** Until its schema is made the database has troubles that pass. */
    private static final int TROUBLES_THAT_LAST = 5;

    private static final Duration TIDY_EVERY = Duration.ofMinutes(1);
    private static final Duration LAST_LETTERS = Duration.ofSeconds(4);

    /** However many receivers there are, no more than this use the database at once. */
    private static final int DESKS = 3;

    private static final int LEASED_AT_ONCE = 50;
    private static final int MOST_KEPT = 10_000;

    private final Outbox outbox;
    private final Letterbox letterbox;
    private final Postman postman;
    private final Witness witness;
    private final InstantSource clock;
    private final Duration term;
    private final Duration keep;
    private final String name = UUID.randomUUID().toString();
    private final Semaphore desks = new Semaphore(DESKS);
    private final CountDownLatch closed = new CountDownLatch(1);
    private final ExecutorService errands = Executors.newVirtualThreadPerTaskExecutor();
    private Instant tidied = Instant.EPOCH;
    private int troubles;

    /** Sees what is sent. */
    public interface Witness {
        void sent(Errand errand, Outcome outcome);
    }

    /**
     * @param term how long a webhook is kept by an instance that is not heard of; longer than sending takes
     * @param keep what was told is forgotten after so long
     */
    public Mailroom(
            Outbox outbox,
            Letterbox letterbox,
            Postman postman,
            Witness witness,
            InstantSource clock,
            Duration term,
            Duration keep) {
        this.outbox = outbox;
        this.letterbox = letterbox;
        this.postman = postman;
        this.witness = witness;
        this.clock = clock;
        this.term = term;
        this.keep = keep;
    }

    @Override
    public void run() {
        Duration pause = LOOK_EVERY;
        while (!isClosedAfter(pause)) {
            try {
                pause = round() ? Duration.ZERO : LOOK_EVERY;
                troubles = 0;
            } catch (RuntimeException e) {
                troubles++;
                if (troubles == TROUBLES_THAT_LAST) {
                    LOG.warnf("webhooks are told nothing until the database answers: reason=%s", e.getMessage());
                }
                pause = AFTER_TROUBLE;
            }
        }
    }

    /** @return whether another one is worth it at once */
    private boolean round() {
        boolean more = outbox.prepare();
        for (Lease lease : letterbox.lease(name, term, LEASED_AT_ONCE)) {
            errands.execute(() -> tellAll(lease));
        }
        Instant now = clock.instant();
        if (now.isAfter(tidied.plus(TIDY_EVERY))) {
            outbox.tidy(keep, MOST_KEPT);
            outbox.count();
            tidied = now;
        }
        return more;
    }

    /** Tells one webhook what is due, until it does not take something. */
    private void tellAll(Lease lease) {
        try {
            while (closed.getCount() > 0) {
                Optional<Letter> letter = atADesk(() -> letterbox.next(lease));
                if (letter.isEmpty()) {
                    break;
                }
                send(letter.get(), false);
            }
            atADesk(() -> {
                letterbox.release(lease);
                return true;
            });
        } catch (RuntimeException e) {
            LOG.debugf(e, "webhook is left for later: webhookId=%s", lease.webhookId());
        }
    }

    /**
     * Sends something again that is not sent by itself any more, or a ping.
     *
     * @return whether there was such a thing
     */
    public boolean sendByHand(String webhookId, String deliveryId) {
        Optional<Letter> letter = letterbox.byHand(webhookId, deliveryId);
        letter.ifPresent(found -> send(found, true));
        return letter.isPresent();
    }

    private void send(Letter letter, boolean byHand) {
        Errand errand = postman.deliver(letter);
        Outcome outcome = atADesk(() -> letterbox.settle(letter, errand.attempt(), errand.verdict(), byHand));
        witness.sent(errand, outcome);
        if (outcome instanceof Outcome.Disabled) {
            LOG.warnf(
                    "a webhook is disabled: webhookId=%s reason=%s",
                    letter.webhookId(), errand.verdict().problem());
        }
    }

    private <T> T atADesk(Supplier<T> work) {
        desks.acquireUninterruptibly();
        try {
            return work.get();
        } finally {
            desks.release();
        }
    }

    private boolean isClosedAfter(Duration pause) {
        try {
            return closed.await(pause.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return true;
        }
    }

    /** Begins nothing more; what is being sent has some seconds to be answered. */
    @Override
    public void close() {
        closed.countDown();
        errands.shutdown();
        try {
            if (!errands.awaitTermination(LAST_LETTERS.toMillis(), TimeUnit.MILLISECONDS)) {
                errands.shutdownNow();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
