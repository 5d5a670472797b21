package org.retold.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.retold.contract.Item;
import org.retold.contract.ItemBody;
import org.retold.contract.Json;
import org.retold.contract.Topics;
import org.retold.ingest.feed.FeedReader;
import org.retold.ingest.http.FeedFetch;
import org.retold.ingest.http.PageFetch;
import org.retold.ingest.http.Politeness;
import org.retold.ingest.http.RobotsFetch;
import org.retold.ingest.http.SiteGate;
import org.retold.ingest.kafka.RecordLog;
import org.retold.ingest.poll.PollPlan;
import org.retold.ingest.poll.PollSchedule;
import org.retold.ingest.postgres.Arrivals;
import org.retold.ingest.postgres.FeedStore;
import org.retold.ingest.postgres.RobotsStore;
import org.retold.ingest.postgres.SeenStore;
import org.retold.ingest.postgres.SiteTurns;
import org.retold.ingest.robots.RobotsRules;
import org.retold.ingest.websub.Hubs;
import org.retold.outbound.AddressGuard;
import org.retold.outbound.Bounds;
import org.retold.outbound.Gate;
import org.retold.outbound.OutboundClient;
import org.retold.outbound.Site;

/** What a site sees of three instances that read many of its feeds. */
class PolitenessTest {

    private static final Duration SPACING = Duration.ofMillis(100);
    private static final int FEEDS = 60;

    private static final Jdbi JDBI = OwnDatabase.create();

    private final Web web = Web.open();
    private final MockProducer<String, byte[]> kafka =
            new MockProducer<>(true, null, new StringSerializer(), new ByteArraySerializer());
    private final List<OutboundClient> clients = new ArrayList<>();
    private final List<Thread> instances = new ArrayList<>();

    @BeforeEach
    void clean() {
        JDBI.useHandle(handle -> handle.execute("truncate ingest.feeds cascade"));
        JDBI.useHandle(handle -> handle.execute("truncate ingest.site_turns, ingest.robots"));
    }

    @AfterEach
    void close() throws InterruptedException {
        for (Thread instance : instances) {
            instance.interrupt();
            instance.join();
        }
        clients.forEach(OutboundClient::close);
        web.close();
    }

    @Test
    void threeInstancesNeverAskASiteFasterThanItsBudgetAndReadEverything() {
        for (int i = 0; i < FEEDS; i++) {
            answerHere("/feed" + i, i % 2 == 0, "application/rss+xml", feed("/page" + i));
            answerHere("/page" + i, i % 2 == 1, "text/html", "<p>Le texte entier.</p>");
            add("/feed" + i);
        }

        List.of("a", "b", "c").forEach(this::start);

        await().atMost(Duration.ofMinutes(3)).until(() -> items().size() == FEEDS);
        assertThat(items()).extracting(Item::url).doesNotHaveDuplicates();
        assertThat(items())
                .extracting(item -> Objects.requireNonNull(item.body()).origin())
                .containsOnly(ItemBody.Origin.PAGE);
        assertThat(web.asked("/robots.txt")).hasSize(1);
        assertThat(web.arrivals()).hasSizeGreaterThanOrEqualTo(3 * FEEDS);
        assertThat(mostWithin(SPACING, web.arrivals())).isOne();
        assertThat(mostWithin(SPACING.multipliedBy(10), web.arrivals())).isLessThanOrEqualTo(10);
    }

    @Test
    void aSiteThatWantsToBeLeftAloneIsAskedNothingMoreByAnyInstance() {
        for (int i = 0; i < FEEDS; i++) {
            web.with("/feed" + i, 429, Map.of("Retry-After", "3600"), "");
            add("/feed" + i);
        }

        List.of("a", "b", "c").forEach(this::start);

        await().atMost(Duration.ofMinutes(1)).until(() -> putOff() == FEEDS - 1);
        assertThat(web.asked("/robots.txt")).hasSize(1);
        assertThat(web.arrivals()).hasSize(2);
        assertThat(outcomes()).containsExactly("failed: its publisher answers 429");
    }

    private void answerHere(String path, boolean redirected, String type, String body) {
        if (redirected) {
            web.with(path, 302, Map.of("Location", "/moved" + path), "");
        }
        web.with(redirected ? "/moved" + path : path, type, body);
    }

    private static String feed(String page) {
        return "<rss><channel><title>t</title><item><title>T</title><link>%s</link></item></channel></rss>"
                .formatted(page);
    }

    /** @return the most arrivals that any window of this length saw, the clocks' own unrest of 1 % taken off it */
    private static int mostWithin(Duration window, List<Long> arrivals) {
        long nanoseconds = window.toNanos() * 99 / 100;
        List<Long> sorted = arrivals.stream().sorted().toList();
        int most = 0;
        int first = 0;
        for (int last = 0; last < sorted.size(); last++) {
            while (sorted.get(last) - sorted.get(first) >= nanoseconds) {
                first++;
            }
            most = Math.max(most, last - first + 1);
        }
        return most;
    }

    private void start(String holder) {
        IngestPass pass = pass(holder);
        instances.add(Thread.ofPlatform().start(() -> {
            try {
                while (!Thread.interrupted()) {
                    pass.run();
                    Thread.sleep(50);
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }));
    }

    private IngestPass pass(String holder) {
        OutboundClient client = new OutboundClient(new AddressGuard(true), Bounds.USUAL, "Retold/test");
        clients.add(client);
        SiteGate sites =
                new SiteGate(new SiteTurns(JDBI), SPACING, SPACING, Duration.ofSeconds(20), Duration.ofSeconds(45));
        Gate gate = new Politeness(
                new RobotsFetch(client, sites, new RobotsStore(JDBI), Duration.ofDays(1)),
                new RobotsRules(Duration.ofSeconds(30)),
                sites);
        InstantSource clock = InstantSource.system();
        return new IngestPass(
                new FeedStore(JDBI, holder, Duration.ofSeconds(30), sites),
                new SeenStore(JDBI),
                SentPages.UNUSED,
                new FeedFetch(client, gate, clock, 1 << 20, Duration.ofDays(1)),
                new FeedReader(),
                new FullText(new PageFetch(client, gate), url -> false, clock),
                new RecordLog(kafka),
                new Arrivals(JDBI),
                new PollSchedule(
                        Duration.ofMinutes(5),
                        Duration.ofMinutes(15),
                        Duration.ofHours(3),
                        Duration.ofHours(24),
                        Duration.ofHours(24)),
                Duration.ofDays(30),
                new PollWorkers(4),
                Hubs.UNUSED,
                new IngestMetrics(new SimpleMeterRegistry(), clock),
                new Room(16, 1 << 20),
                clock);
    }

    private void add(String path) {
        new FeedStore(JDBI, "test", Duration.ofSeconds(30), url -> Site.of(url).map(Site::name))
                .add(
                        web.url(path),
                        null,
                        null,
                        new PollPlan(InstantSource.system().instant(), Duration.ofMinutes(15), "it was just added"),
                        InstantSource.system().instant());
    }

    private static long putOff() {
        return JDBI.withHandle(handle -> handle.createQuery("select count(*) from ingest.feeds"
                        + " where next_poll_because = 'its site asks to be left alone'"
                        + " and next_poll > now() + interval '59 minutes'")
                .mapTo(Long.class)
                .one());
    }

    private static List<String> outcomes() {
        return JDBI.withHandle(
                handle -> handle.createQuery("select last_outcome from ingest.feeds where last_outcome is not null")
                        .mapTo(String.class)
                        .list());
    }

    private List<Item> items() {
        return kafka.history().stream()
                .filter(record -> record.topic().equals(Topics.ITEMS.name()))
                .map(record -> Objects.requireNonNull(Json.read(Item.class, record.value())))
                .toList();
    }
}
