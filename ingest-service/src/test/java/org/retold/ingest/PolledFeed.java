package org.retold.ingest;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jdbi.v3.core.Jdbi;
import org.retold.contract.Item;
import org.retold.contract.Json;
import org.retold.contract.Topics;
import org.retold.ingest.feed.FeedReader;
import org.retold.ingest.http.FeedFetch;
import org.retold.ingest.http.PageFetch;
import org.retold.ingest.http.SiteGate;
import org.retold.ingest.item.ArticleKey;
import org.retold.ingest.kafka.RecordLog;
import org.retold.ingest.poll.Feed;
import org.retold.ingest.poll.LookPlan;
import org.retold.ingest.poll.PollPlan;
import org.retold.ingest.poll.PollSchedule;
import org.retold.ingest.postgres.Arrivals;
import org.retold.ingest.postgres.FeedStore;
import org.retold.ingest.postgres.LookStore;
import org.retold.ingest.postgres.SeenStore;
import org.retold.ingest.postgres.SiteTurns;
import org.retold.ingest.websub.Hubs;
import org.retold.outbound.AddressGuard;
import org.retold.outbound.Bounds;
import org.retold.outbound.Gate;
import org.retold.outbound.OutboundClient;

/** One feed on a web of its own, polled when a test says so; every poll is one of a service that has just started. */
final class PolledFeed implements AutoCloseable {

    private static final String PATH = "/feed";
    private static final Duration LEASE = Duration.ofSeconds(30);

    final Web web = Web.open();
    final Set<String> barred = new HashSet<>();
    final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    Duration spacing = Duration.ZERO;
    private final Jdbi jdbi;
    final MockProducer<String, byte[]> kafka =
            new MockProducer<>(true, null, new StringSerializer(), new ByteArraySerializer());
    private final OutboundClient client = new OutboundClient(new AddressGuard(true), Bounds.USUAL, "Retold/test");
    private final FeedStore feeds;
    private Instant now = Instant.parse("2026-03-01T12:00:00Z");
    private final InstantSource clock = () -> now;

    PolledFeed(Jdbi jdbi) {
        this.jdbi = jdbi;
        jdbi.useHandle(handle -> handle.execute("truncate ingest.feeds cascade"));
        jdbi.useHandle(handle -> handle.execute("truncate ingest.site_turns, ingest.robots"));
        feeds = new FeedStore(jdbi, "a", LEASE, url -> Optional.empty());
        feeds.add(web.url(PATH), null, null, new PollPlan(now, Duration.ofMinutes(15), "it was just added"), now);
    }

    /** Lets time go by, has the feed tell this, and polls it; returns what that poll sent. */
    List<Item> after(Duration pause, String document) {
        web.with(PATH, "application/rss+xml", document);
        now = now.plus(pause);
        int before = items().size();
        Feed feed = feeds.leaseDue(1, now).getFirst();
        pass().poll(feed);
        List<Item> items = items();
        return items.subList(before, items.size());
    }

    /** As it stands in the database. */
    Feed stored() {
        return feeds.find(FeedStore.idOf(web.url(PATH))).orElseThrow();
    }

    /** Everything that was sent. */
    List<Item> items() {
        return kafka.history().stream()
                .filter(record -> record.topic().equals(Topics.ITEMS.name()))
                .map(record -> Objects.requireNonNull(Json.read(Item.class, record.value())))
                .toList();
    }

    /** Lets time go by and looks again at the pages that are due; returns what was sent. */
    List<Item> lookingAgainAfter(Duration pause) throws InterruptedException {
        now = now.plus(pause);
        int before = items().size();
        PollWorkers workers = new PollWorkers(8);
        looks(workers).run();
        workers.stop(Duration.ofSeconds(30));
        List<Item> items = items();
        return items.subList(before, items.size());
    }

    /** How often a look at a page ended like this. */
    double looks(String outcome) {
        return meters.counter("retold.ingest.looks", "outcome", outcome).count();
    }

    private PageLooks looks(PollWorkers workers) {
        return new PageLooks(
                new LookStore(jdbi),
                new SeenStore(jdbi),
                new PageFetch(client, gate(spacing, Duration.ZERO)),
                this::isBarred,
                new LookPlan(List.of(Duration.ofHours(2), Duration.ofHours(24))),
                new RecordLog(kafka),
                workers,
                new IngestMetrics(meters, clock),
                clock);
    }

    private SiteGate gate(Duration spacing, Duration patience) {
        return new SiteGate(new SiteTurns(jdbi), spacing, spacing, patience, Duration.ofSeconds(45));
    }

    private IngestPass pass() {
        Gate gate = gate(Duration.ZERO, Duration.ofSeconds(1));
        Duration day = Duration.ofDays(1);
        return new IngestPass(
                feeds,
                new SeenStore(jdbi),
                looks(new PollWorkers(1)),
                new FeedFetch(client, gate, clock, 1 << 20, day),
                new FeedReader(),
                new FullText(new PageFetch(client, gate), this::isBarred, clock),
                new RecordLog(kafka),
                new Arrivals(jdbi),
                new PollSchedule(Duration.ofMinutes(5), Duration.ofMinutes(15), Duration.ofHours(3), day, day),
                Duration.ofDays(30),
                new PollWorkers(1),
                Hubs.UNUSED,
                new IngestMetrics(meters, clock),
                new Room(16, 1 << 20),
                clock);
    }

    private boolean isBarred(String url) {
        return ArticleKey.of(url).filter(barred::contains).isPresent();
    }

    @Override
    public void close() {
        client.close();
        web.close();
    }
}
