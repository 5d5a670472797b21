package org.retold.ingest;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.enterprise.inject.Typed;
import jakarta.inject.Singleton;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.eclipse.microprofile.config.ConfigProvider;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.StatementExceptions;
import org.jdbi.v3.core.statement.StatementExceptions.MessageRendering;
import org.retold.access.AccessSettings;
import org.retold.access.Brokers;
import org.retold.access.Door;
import org.retold.access.KeptWord;
import org.retold.access.Settings;
import org.retold.access.Word;
import org.retold.ingest.feed.FeedReader;
import org.retold.ingest.http.FeedFetch;
import org.retold.ingest.http.FeedFinder;
import org.retold.ingest.http.PageFetch;
import org.retold.ingest.http.Politeness;
import org.retold.ingest.http.RobotsFetch;
import org.retold.ingest.http.SiteGate;
import org.retold.ingest.kafka.OwnTopics;
import org.retold.ingest.kafka.RecordLog;
import org.retold.ingest.kafka.RemovalReader;
import org.retold.ingest.poll.LookPlan;
import org.retold.ingest.poll.PollSchedule;
import org.retold.ingest.postgres.Arrivals;
import org.retold.ingest.postgres.FeedStore;
import org.retold.ingest.postgres.LookStore;
import org.retold.ingest.postgres.RobotsStore;
import org.retold.ingest.postgres.SeenStore;
import org.retold.ingest.postgres.SiteTurns;
import org.retold.ingest.postgres.SubscriptionStore;
import org.retold.ingest.postgres.TakedownStore;
import org.retold.ingest.robots.RobotsRules;
import org.retold.ingest.websub.Callback;
import org.retold.ingest.websub.Hubs;
import org.retold.ingest.websub.Subscriber;
import org.retold.outbound.AddressGuard;
import org.retold.outbound.Bounds;
import org.retold.outbound.Gate;
import org.retold.outbound.OutboundClient;

/** Puts the service together; the only place that sees the settings. */
@ApplicationScoped
final class IngestWiring {

    private static final int LARGEST_REQUEST = 2 * 1024 * 1024;
    private static final long SEND_BUFFER = 16L * 1024 * 1024;

    /** Room in memory for so many of the largest feeds. */
    private static final int COPIES = 16;

    /** So many pages are looked at again at a time. */
    private static final int LOOKS = 8;

    /** Who adds a feed waits until it was looked at. */
    private static final Duration A_LOOK = Duration.ofSeconds(8);

    /** Between the end of a request and the end of its turn lies a statement. */
    private static final Duration TURN_GRACE = Duration.ofSeconds(15);

    private final IngestSettings settings;
    private final InstantSource clock = InstantSource.system();

    IngestWiring(IngestSettings settings) {
        this.settings = settings;
    }

    @Produces
    @Singleton
    IngestPass ingestPass(
            FeedStore feeds,
            SeenStore seen,
            PageLooks looks,
            Arrivals arrivals,
            Gate gate,
            OutboundClient web,
            TakedownList takedowns,
            RecordLog records,
            PollWorkers workers,
            SubscriptionStore subscriptions,
            IngestMetrics metrics) {
        IngestSettings.Fetch fetch = settings.fetch();
        return new IngestPass(
                feeds,
                seen,
                looks,
                new FeedFetch(web, gate, clock, maxFeedBytes(), fetch.unconditionalAfter()),
                new FeedReader(),
                new FullText(new PageFetch(web, gate), takedowns, clock),
                records,
                arrivals,
                schedule(),
                settings.poll().silentAfter(),
                workers,
                settings.websub().callback().isPresent() ? subscriptions : Hubs.UNUSED,
                metrics,
                new Room(COPIES, maxFeedBytes()),
                clock);
    }

    /** Whoever waits for a turn at a site comes before another look at a page that we have. */
    @Produces
    @Singleton
    PageLooks pageLooks(
            Jdbi jdbi,
            SeenStore seen,
            SiteGate sites,
            RobotsStore robots,
            OutboundClient web,
            TakedownList takedowns,
            RecordLog records,
            IngestMetrics metrics) {
        SiteGate meek =
                new SiteGate(sites.budget(), sites.spacing(), sites.localSpacing(), Duration.ZERO, sites.longestTurn());
        return new PageLooks(
                new LookStore(jdbi),
                seen,
                new PageFetch(web, politely(meek, robots, web, metrics)),
                takedowns,
                new LookPlan(settings.poll().lookAgain().orElse(List.of())),
                records,
                new PollWorkers(LOOKS),
                metrics,
                clock);
    }

    @Produces
    @Singleton
    @Typed(SiteGate.class)
    SiteGate siteGate(SiteTurns turns) {
        IngestSettings.Fetch fetch = settings.fetch();
        return new SiteGate(
                turns,
                fetch.siteSpacing(),
                fetch.localSpacing(),
                fetch.sitePatience(),
                fetch.timeout().plus(TURN_GRACE));
    }

    private int maxFeedBytes() {
        return Math.toIntExact(settings.fetch().maxFeedSize().asLongValue());
    }

    /** What is asked before every request to a publisher. */
    @Produces
    @Singleton
    Gate gate(SiteGate sites, RobotsStore robots, OutboundClient web, IngestMetrics metrics) {
        return politely(sites, robots, web, metrics);
    }

    private Gate politely(SiteGate sites, RobotsStore robots, OutboundClient web, IngestMetrics metrics) {
        IngestSettings.Fetch fetch = settings.fetch();
        Gate gate = fetch.robots()
                ? new Politeness(
                        new RobotsFetch(web, sites, robots, fetch.robotsGoodFor()),
                        new RobotsRules(fetch.longestCrawlDelay()),
                        sites)
                : sites;
        return new CountedGate(gate, metrics);
    }

    private PollSchedule schedule() {
        IngestSettings.Poll poll = settings.poll();
        return new PollSchedule(
                poll.shortest(), poll.usual(), poll.longest(), poll.longestAsked(), poll.longestAfterFailures());
    }

    @Produces
    @Singleton
    PushImport pushImport(TakedownList takedowns, RecordLog records, Arrivals arrivals, IngestMetrics metrics) {
        return new PushImport(
                records,
                takedowns,
                arrivals,
                metrics,
                clock,
                note -> Thread.ofVirtual().name("push-noted").start(note));
    }

    @Produces
    @Singleton
    TakedownList takedownList(TakedownStore store, RecordLog records, RemovalReader removals) {
        return new TakedownList(store, records, removals, clock);
    }

    @Produces
    @Singleton
    TakedownStore takedownStore(Jdbi jdbi) {
        return new TakedownStore(jdbi);
    }

    @Produces
    @Singleton
    RemovalReader removalReader() {
        return new RemovalReader(brokers());
    }

    void close(@Disposes RemovalReader removals) {
        removals.close();
    }

    @Produces
    @Singleton
    FeedList feedList(FeedStore feeds, OutboundClient web, Gate gate) {
        FeedFinder finder = new FeedFinder(web.within(A_LOOK), gate, new FeedReader(), maxFeedBytes(), A_LOOK);
        return new FeedList(feeds, web, finder, settings.poll().usual(), clock);
    }

    @Produces
    @Singleton
    Door door() {
        String operator = settings.operatorToken()
                .filter(token -> !token.isBlank())
                .orElseGet(() -> KeptWord.in(settings.data().resolve("operator-token")));
        return new AccessSettings(set()).door(Word.of(Optional.of(operator)), clock);
    }

    private Brokers brokers() {
        return Brokers.of(settings.kafka(), set());
    }

    private static Settings set() {
        return new Settings(name -> ConfigProvider.getConfig().getOptionalValue(name, String.class));
    }

    @Produces
    @Singleton
    PollWorkers pollWorkers() {
        return new PollWorkers(settings.poll().parallel());
    }

    @Produces
    @Singleton
    IngestMetrics ingestMetrics(MeterRegistry meters) {
        return new IngestMetrics(meters, clock);
    }

    /** Errors name the statement's fault, not the texts that it was given: they come into the log. */
    @Produces
    @Singleton
    Jdbi jdbi(DataSource dataSource) {
        return Jdbi.create(dataSource)
                .configure(StatementExceptions.class, errors -> errors.setMessageRendering(MessageRendering.NONE))
                .registerArrayType(String.class, "text");
    }

    @Produces
    @Singleton
    FeedStore feedStore(Jdbi jdbi, SiteGate sites) {
        return new FeedStore(jdbi, UUID.randomUUID().toString(), settings.poll().lease(), sites);
    }

    @Produces
    @Singleton
    SeenStore seenStore(Jdbi jdbi) {
        return new SeenStore(jdbi);
    }

    @Produces
    @Singleton
    SubscriptionStore subscriptionStore(Jdbi jdbi) {
        return new SubscriptionStore(jdbi);
    }

    @Produces
    @Singleton
    Callback callback(SubscriptionStore subscriptions) {
        return new Callback(subscriptions, clock);
    }

    /** A hub is no publisher: it has no robots.txt that matters, but its turns. */
    @Produces
    @Singleton
    Subscriber subscriber(SubscriptionStore subscriptions, OutboundClient web, SiteGate sites) {
        String address = settings.websub().callback().map(URI::toString).orElse("");
        return new Subscriber(subscriptions, web, sites, address.replaceAll("/+$", "") + "/websub/", clock);
    }

    @Produces
    @Singleton
    Arrivals arrivals(Jdbi jdbi) {
        return new Arrivals(jdbi);
    }

    @Produces
    @Singleton
    SiteTurns siteTurns(Jdbi jdbi) {
        return new SiteTurns(jdbi);
    }

    @Produces
    @Singleton
    RobotsStore robotsStore(Jdbi jdbi) {
        return new RobotsStore(jdbi);
    }

    @Produces
    @Singleton
    OutboundClient outboundClient() {
        Bounds bounds = new Bounds(
                settings.fetch().timeout(), Bounds.USUAL.connect(), Bounds.USUAL.silence(), Bounds.USUAL.redirects());
        return new OutboundClient(new AddressGuard(settings.allowPrivateNetworks()), bounds, settings.userAgent());
    }

    void close(@Disposes OutboundClient client) {
        client.close();
    }

    @Produces
    @Singleton
    RecordLog recordLog(Producer<String, byte[]> producer) {
        return new RecordLog(producer);
    }

    @Produces
    @Singleton
    Producer<String, byte[]> producer() {
        Map<String, Object> properties = brokers()
                .and(Map.of(
                        ProducerConfig.CLIENT_ID_CONFIG,
                        "ingest-service",
                        ProducerConfig.ACKS_CONFIG,
                        "all",
                        ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG,
                        true,
                        ProducerConfig.MAX_REQUEST_SIZE_CONFIG,
                        LARGEST_REQUEST,
                        ProducerConfig.BUFFER_MEMORY_CONFIG,
                        SEND_BUFFER,
                        ProducerConfig.LINGER_MS_CONFIG,
                        5,
                        ProducerConfig.MAX_BLOCK_MS_CONFIG,
                        15_000,
                        ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG,
                        10_000,
                        ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG,
                        30_000));
        return new KafkaProducer<>(properties, new StringSerializer(), new ByteArraySerializer());
    }

    void close(@Disposes Producer<String, byte[]> producer) {
        producer.close(Duration.ofSeconds(1));
    }

    @Produces
    @Singleton
    Admin admin() {
        return Admin.create(brokers()
                .and(Map.of(
                        AdminClientConfig.CLIENT_ID_CONFIG,
                        "ingest-service-admin",
                        AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG,
                        5_000,
                        AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG,
                        10_000)));
    }

    void close(@Disposes Admin admin) {
        admin.close(Duration.ofSeconds(1));
    }

    @Produces
    @Singleton
    OwnTopics ownTopics(Admin admin) {
        return new OwnTopics(admin, settings.replicationFactor());
    }

    @Produces
    @Singleton
    InstantSource clock() {
        return clock;
    }
}
