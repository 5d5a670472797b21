package org.retold.ingest;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;
import org.retold.access.Door;
import org.retold.ingest.kafka.NotAcknowledgedException;
import org.retold.ingest.kafka.OwnTopics;
import org.retold.ingest.postgres.Arrivals;
import org.retold.ingest.postgres.FeedStore;
import org.retold.ingest.postgres.RobotsStore;
import org.retold.ingest.postgres.SeenStore;
import org.retold.ingest.postgres.SiteTurns;
import org.retold.ingest.websub.Subscriber;
import org.retold.trail.Unquoted;

/** Starts a pass every half second once the topics are there, and keeps house now and then. */
@ApplicationScoped
final class Clockwork {

    private static final Logger LOG = Logger.getLogger(Clockwork.class);
    private static final Duration BETWEEN_PASSES = Duration.ofMillis(50);
    private static final Duration LATE = Duration.ofMinutes(2);
    private static final Duration SITES_KEPT = Duration.ofDays(30);

    /** With what requests get, and with closing, less than the ten seconds after which a container is killed. */
    private static final Duration GRACE = Duration.ofSeconds(2);

    private static final Duration SHORT_GRACE = Duration.ofSeconds(1);

    private final IngestSettings settings;
    private final OwnTopics topics;
    private final IngestPass pass;
    private final PageLooks looks;
    private final PollWorkers workers;
    private final FeedStore feeds;
    private final SeenStore seen;
    private final RobotsStore robots;
    private final SiteTurns turns;
    private final Arrivals arrivals;
    private final Subscriber subscriber;
    private final TakedownList takedowns;
    private final IngestMetrics metrics;
    private final InstantSource clock;
    private final List<ScheduledFuture<?>> works = new ArrayList<>();
    /** Hubs may be slow, and no feed waits for that. */
    private final ScheduledExecutorService hubs = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("hubs").daemon().factory());

    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("clockwork").daemon().factory());

    Clockwork(
            IngestSettings settings,
            OwnTopics topics,
            IngestPass pass,
            PageLooks looks,
            PollWorkers workers,
            FeedStore feeds,
            SeenStore seen,
            RobotsStore robots,
            SiteTurns turns,
            Arrivals arrivals,
            Subscriber subscriber,
            TakedownList takedowns,
            IngestMetrics metrics,
            InstantSource clock) {
        this.settings = settings;
        this.topics = topics;
        this.pass = pass;
        this.looks = looks;
        this.workers = workers;
        this.feeds = feeds;
        this.seen = seen;
        this.robots = robots;
        this.turns = turns;
        this.arrivals = arrivals;
        this.subscriber = subscriber;
        this.takedowns = takedowns;
        this.metrics = metrics;
        this.clock = clock;
    }

    /** @param door is needed by the first call; the operator token is made now where it must be */
    void start(@Observes StartupEvent event, Door door) {
        works.add(timer.scheduleWithFixedDelay(() -> safely("pass", this::tick), 0, 500, TimeUnit.MILLISECONDS));
        works.add(timer.scheduleWithFixedDelay(() -> safely("takedowns", this::takedowns), 1, 1, TimeUnit.SECONDS));
        works.add(timer.scheduleWithFixedDelay(() -> safely("count", this::count), 5, 15, TimeUnit.SECONDS));
        works.add(
                timer.scheduleWithFixedDelay(() -> safely("clock", this::takeUpSetBackClock), 0, 15, TimeUnit.SECONDS));
        works.add(timer.scheduleWithFixedDelay(() -> safely("forget", this::forget), 10, 3600, TimeUnit.SECONDS));
        if (settings.poll().enabled()) {
            works.add(timer.scheduleWithFixedDelay(() -> safely("looks", looks::run), 2, 2, TimeUnit.SECONDS));
        }
        if (settings.poll().enabled() && settings.websub().callback().isPresent()) {
            works.add(hubs.scheduleWithFixedDelay(() -> safely("hubs", subscriber::run), 2, 2, TimeUnit.SECONDS));
        }
    }

    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        works.forEach(work -> work.cancel(true));
        hubs.shutdownNow();
        timer.shutdownNow();
        timer.awaitTermination(1, TimeUnit.SECONDS);
        looks.stop(SHORT_GRACE);
        workers.stop(GRACE);
    }

    private void tick() throws InterruptedException, ExecutionException {
        if (!topics.areThere()) {
            topics.create();
        }
        if (settings.poll().enabled()) {
            while (pass.run()) {
                Thread.sleep(BETWEEN_PASSES);
            }
        }
    }

    private void takedowns() throws InterruptedException {
        if (topics.areThere()) {
            takedowns.keepUp();
        }
    }

    private void count() {
        metrics.feeds(feeds.countByState());
        metrics.overdue(feeds.countDueBefore(clock.instant().minus(LATE)));
        metrics.lastItem(arrivals.last());
    }

    private void takeUpSetBackClock() {
        int early = feeds.takeUpSetBackClock(clock.instant());
        if (early > 0) {
            LOG.warnf("clock was set back, feeds that were polled later than now are due anew feeds=%d", early);
        }
    }

    private void forget() {
        Instant longAgo = clock.instant().minus(settings.poll().forgetAfter());
        int forgotten = seen.forgetUnseenSince(longAgo);
        LOG.debugf("entries forgotten count=%d", forgotten);
        robots.forgetAfter(SITES_KEPT);
        turns.forgetAfter(SITES_KEPT);
    }

    /** Work that is done on time again and again; what fails now is done the next time. */
    private interface Work {
        void run() throws InterruptedException, ExecutionException;
    }

    private static void safely(String what, Work work) {
        try {
            work.run();
        } catch (NotAcknowledgedException | ExecutionException e) {
            LOG.warnf("kafka is out of reach, tried again work=%s reason=%s", what, e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            LOG.warnf("work failed, tried again work=%s reason=%s", what, Unquoted.said(e));
        }
    }
}
