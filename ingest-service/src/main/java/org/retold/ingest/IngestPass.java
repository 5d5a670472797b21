package org.retold.ingest;

import static org.retold.ingest.poll.Novelty.Kind.EDITED;
import static org.retold.ingest.poll.Novelty.Kind.FRESH;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.random.RandomGenerator;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.retold.ingest.discover.PageFeeds;
import org.retold.ingest.feed.FeedReader;
import org.retold.ingest.feed.FeedReading;
import org.retold.ingest.feed.FeedReading.NotAFeed;
import org.retold.ingest.feed.FeedReading.ReadFeed;
import org.retold.ingest.http.FeedFetch;
import org.retold.ingest.item.EntryIdentities;
import org.retold.ingest.item.FeedOrigin;
import org.retold.ingest.item.FieldBounds;
import org.retold.ingest.item.IdentifiedEntry;
import org.retold.ingest.kafka.NotAcknowledgedException;
import org.retold.ingest.kafka.RecordLog;
import org.retold.ingest.poll.Feed;
import org.retold.ingest.poll.FetchOutcome;
import org.retold.ingest.poll.KnownCopy;
import org.retold.ingest.poll.Novelty;
import org.retold.ingest.poll.PageCopy;
import org.retold.ingest.poll.PollOutcome;
import org.retold.ingest.poll.PollSchedule;
import org.retold.ingest.poll.Polled;
import org.retold.ingest.poll.Renaming;
import org.retold.ingest.poll.SeenEntry;
import org.retold.ingest.postgres.Arrivals;
import org.retold.ingest.postgres.FeedStore;
import org.retold.ingest.postgres.SeenStore;
import org.retold.ingest.websub.Hubs;
import org.retold.trail.Unquoted;

/**
 * One pass over the feeds: those that are due are leased, asked for, read, and what is new in them is completed, sent,
 * acknowledged, and only then remembered.
 */
public final class IngestPass {

    private static final Logger LOG = Logger.getLogger(IngestPass.class);

    /** So many entries are sent, acknowledged and remembered together. */
    private static final int TOGETHER = 10;

    /** A feed in memory is many times its size on the wire: so many are worked on at a time. */
    private static final int READ_AT_A_TIME = 2;

    private static final Duration KAFKA_PAUSE = Duration.ofSeconds(10);

    private final FeedStore feeds;
    private final SeenStore seen;
    private final SentPages pages;
    private final FeedFetch feedFetch;
    private final FeedReader reader;
    private final FullText fullText;
    private final RecordLog records;
    private final Arrivals arrivals;
    private final PollSchedule schedule;
    private final Duration silentAfter;
    private final PollWorkers workers;
    private final Hubs hubs;
    private final IngestMetrics metrics;
    private final Room room;
    private final InstantSource clock;
    private final Semaphore reading = new Semaphore(READ_AT_A_TIME);
    private final RandomGenerator chance = RandomGenerator.getDefault();

    public IngestPass(
            FeedStore feeds,
            SeenStore seen,
            SentPages pages,
            FeedFetch feedFetch,
            FeedReader reader,
            FullText fullText,
            RecordLog records,
            Arrivals arrivals,
            PollSchedule schedule,
            Duration silentAfter,
            PollWorkers workers,
            Hubs hubs,
            IngestMetrics metrics,
            Room room,
            InstantSource clock) {
        this.feeds = feeds;
        this.seen = seen;
        this.pages = pages;
        this.feedFetch = feedFetch;
        this.reader = reader;
        this.fullText = fullText;
        this.records = records;
        this.arrivals = arrivals;
        this.schedule = schedule;
        this.silentAfter = silentAfter;
        this.workers = workers;
        this.hubs = hubs;
        this.metrics = metrics;
        this.room = room;
        this.clock = clock;
    }

    /**
     * Starts the polls that are due, and forgets the feeds that were removed; called every half second.
     *
     * @return whether more may be due, so that the next pass should not wait
     */
    public boolean run() throws InterruptedException {
        Instant now = clock.instant();
        feeds.renew(workers.busyWith(), now);
        for (String removed : feeds.removed(now)) {
            forget(removed, now);
        }
        int places = workers.free();
        List<Feed> due = places == 0 ? List.of() : feeds.leaseDue(places, now);
        for (Feed feed : due) {
            metrics.startedAfter(feed, now);
            workers.start(feed.id(), () -> poll(feed));
        }
        return due.size() == places;
    }

    /** One feed, from asking for it to knowing when to ask again. */
    void poll(Feed feed) {
        try {
            finish(feed, polled(feed));
        } catch (NotAcknowledgedException e) {
            LOG.warnf("nothing sent, feed is polled again feedUrl=%s reason=%s", feed.url(), e.getMessage());
            feeds.giveBack(feed, clock.instant().plus(KAFKA_PAUSE), "Kafka took nothing");
        } catch (InterruptedException e) {
            feeds.giveBack(feed, clock.instant(), "the service stopped while it was polled");
            Thread.currentThread().interrupt();
        }
    }

    /** A fault of ours must not make one feed come up again and again. */
    private Polled polled(Feed feed) throws InterruptedException {
        try {
            return asked(feed);
        } catch (NotAcknowledgedException e) {
            throw e;
        } catch (RuntimeException e) {
            LOG.errorf(e, "poll broke off feedUrl=%s", feed.url());
            return Polled.without(new PollOutcome.Failed("it cannot be worked on: " + Unquoted.said(e), null), feed);
        }
    }

    private Polled asked(Feed feed) throws InterruptedException {
        try (Room.Share share = room.take()) {
            return switch (feedFetch.fetch(feed)) {
                case FetchOutcome.Copy copy -> {
                    share.shrinkTo(copy.document().size());
                    yield read(feed, copy);
                }
                case FetchOutcome.Unchanged(Duration pause, String movedTo) ->
                    Polled.without(new PollOutcome.Unchanged(pause), feed, movedTo);
                case FetchOutcome.Held(Duration pause, String reason) ->
                    Polled.without(new PollOutcome.Postponed(pause, reason), feed);
                case FetchOutcome.NotToBeHad(String reason, Duration pause) ->
                    Polled.without(new PollOutcome.Failed(reason, pause), feed);
                case FetchOutcome.Gone(String reason) -> Polled.without(new PollOutcome.Ended(reason), feed);
            };
        }
    }

    private Polled read(Feed feed, FetchOutcome.Copy copy) throws InterruptedException {
        return switch (parsed(copy)) {
            case NotAFeed no -> withoutAFeed(feed, no, copy);
            case ReadFeed read -> delivered(feed, read, copy);
        };
    }

    /** A list of feeds may name a page: the feed that the page names is asked from then on. */
    private static Polled withoutAFeed(Feed feed, NotAFeed no, FetchOutcome.Copy copy) {
        return Optional.of(copy.document())
                .filter(document -> no.isPage() && feed.wasNeverRead())
                .flatMap(page -> PageFeeds.of(page).stream().findFirst())
                .map(named -> Polled.without(
                        new PollOutcome.Postponed(Duration.ZERO, "it is a page, which names the feed " + named),
                        feed,
                        named))
                .orElseGet(() -> Polled.without(new PollOutcome.Failed(no.reason(), null), feed));
    }

    private FeedReading parsed(FetchOutcome.Copy copy) throws InterruptedException {
        reading.acquire();
        try {
            return reader.read(copy.document());
        } finally {
            reading.release();
        }
    }

    private Polled delivered(Feed feed, ReadFeed read, FetchOutcome.Copy copy) throws InterruptedException {
        String title =
                read.title() == null ? null : FieldBounds.line(read.title().plain());
        FeedOrigin origin = new FeedOrigin(feed.url(), title, read.language());
        List<Novelty> novelties = whatIsNew(feed, read);
        List<Duration> left = new ArrayList<>();
        for (int from = 0; from < novelties.size(); from += TOGETHER) {
            List<Novelty> some = novelties.subList(from, Math.min(from + TOGETHER, novelties.size()));
            left.addAll(deliver(feed, origin, some));
        }
        hubs.offered(feed.id(), copy.hub() == null ? read.hub() : copy.hub(), clock.instant());
        PollOutcome outcome = new PollOutcome.Read(
                count(novelties, FRESH),
                count(novelties, EDITED),
                left.size(),
                left.isEmpty() ? longer(read.askAgainAfter(), copy.freshFor()) : Collections.max(left));
        KnownCopy known = left.isEmpty() ? copy.known() : KnownCopy.NONE;
        return new Polled(outcome, known, title == null ? feed.title() : title, copy.movedTo(), read.quiet());
    }

    private List<Novelty> whatIsNew(Feed feed, ReadFeed read) {
        List<IdentifiedEntry> entries = EntryIdentities.of(read.entries());
        List<String> identities =
                entries.stream().map(IdentifiedEntry::identity).toList();
        Instant now = clock.instant();
        Map<String, SeenEntry> known = seen.known(feed.id(), identities);
        List<String> dates = Renaming.dates(entries, known);
        Map<String, SeenEntry> renamed =
                dates.isEmpty() ? known : Renaming.among(entries, known, seen.thatLeft(feed.id(), identities, dates));
        seen.stillThere(feed.id(), identities, now);
        seen.giveUpPages(feed.id(), identities);
        return Novelty.among(entries, renamed, now);
    }

    /** Completes, sends, waits for Kafka, and remembers; returns how long each waits whose page has to wait. */
    private List<Duration> deliver(Feed feed, FeedOrigin origin, List<Novelty> novelties) throws InterruptedException {
        RecordLog.Batch batch = records.begin();
        List<FullText.Completed> sent = new ArrayList<>();
        List<Duration> left = new ArrayList<>();
        boolean anything = false;
        for (Novelty novelty : novelties) {
            switch (fullText.complete(origin, novelty)) {
                case FullText.Completed completed -> {
                    completed.items().forEach(batch::item);
                    completed.rejections().forEach(batch::rejection);
                    sent.add(completed);
                    anything |= !completed.items().isEmpty();
                    metrics.completed(novelty.kind(), completed);
                }
                case FullText.Left(Duration pause) -> left.add(pause);
            }
        }
        batch.awaitAcknowledged();
        Instant now = clock.instant();
        seen.remember(feed.id(), sent.stream().map(FullText.Completed::seen).toList(), now);
        for (FullText.Completed completed : sent) {
            PageCopy page = completed.page();
            if (page != null) {
                completed.items().forEach(item -> pages.sent(feed.id(), completed.seen(), item, page));
            }
        }
        if (anything) {
            arrivals.note("feeds", now);
        }
        return left;
    }

    private void finish(Feed feed, Polled learnt) throws InterruptedException {
        Instant now = clock.instant();
        Polled polled = unlessReadElsewhere(feed, learnt);
        Instant pagesAgain = seen.pagesAgain(feed.id()).orElse(null);
        Feed after = polled.applied(feed, schedule, pagesAgain, silentAfter, chance.nextDouble(), now);
        metrics.polled(polled.outcome());
        if (after.toldUntil() == null && feed.toldUntil() != null) {
            feeds.forgetHub(feed.id());
        }
        if (after.state() != feed.state() && (isTrouble(after) || isTrouble(feed))) {
            LOG.infof(
                    "feed changed state feedUrl=%s state=%s reason=%s",
                    feed.url(), after.state(), polled.outcome().described());
        }
        if (feeds.finish(after)) {
            RecordLog.Batch batch = records.begin();
            batch.status(after.status(now));
            batch.awaitAcknowledged();
        }
    }

    /** Of two feeds that move to one address, one is enough. */
    private Polled unlessReadElsewhere(Feed feed, Polled polled) {
        String address = polled.movedTo();
        return address != null && feeds.isReadByAnother(feed.id(), address)
                ? Polled.without(
                        new PollOutcome.Ended("it is at %s now, which is read already".formatted(address)),
                        feed,
                        address)
                : polled;
    }

    private static boolean isTrouble(Feed feed) {
        return switch (feed.state()) {
            case FAILING, SILENT, GONE -> true;
            case NEW, HEALTHY, UNKNOWN -> false;
        };
    }

    private void forget(String feedId, Instant now) throws InterruptedException {
        RecordLog.Batch batch = records.begin();
        batch.removed(feedId, now);
        batch.awaitAcknowledged();
        feeds.forget(feedId);
    }

    private static int count(List<Novelty> novelties, Novelty.Kind kind) {
        return (int)
                novelties.stream().filter(novelty -> novelty.kind() == kind).count();
    }

    private static @Nullable Duration longer(@Nullable Duration one, @Nullable Duration other) {
        if (one == null || other == null) {
            return one == null ? other : one;
        }
        return one.compareTo(other) < 0 ? other : one;
    }
}
