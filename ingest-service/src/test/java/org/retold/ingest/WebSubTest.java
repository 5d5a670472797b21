package org.retold.ingest;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.net.URLDecoder;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.retold.contract.FeedStatus;
import org.retold.ingest.feed.FeedReader;
import org.retold.ingest.http.FeedFetch;
import org.retold.ingest.http.PageFetch;
import org.retold.ingest.http.SiteGate;
import org.retold.ingest.kafka.RecordLog;
import org.retold.ingest.poll.Feed;
import org.retold.ingest.poll.PollPlan;
import org.retold.ingest.poll.PollSchedule;
import org.retold.ingest.postgres.Arrivals;
import org.retold.ingest.postgres.FeedStore;
import org.retold.ingest.postgres.SeenStore;
import org.retold.ingest.postgres.SiteTurns;
import org.retold.ingest.postgres.SubscriptionStore;
import org.retold.ingest.websub.Callback;
import org.retold.ingest.websub.Hubs;
import org.retold.ingest.websub.Subscriber;
import org.retold.ingest.websub.Subscription.Word;
import org.retold.outbound.AddressGuard;
import org.retold.outbound.Bounds;
import org.retold.outbound.Gate;
import org.retold.outbound.OutboundClient;

/** A feed with a hub, and what the three say to each other. */
class WebSubTest {

    private static final Duration LEASE = Duration.ofSeconds(30);
    private static final String HUBS_SAYING = "its hub has something to tell";
    private static final String DAY = "86400";

    private static final Jdbi JDBI = OwnDatabase.create();

    private final Web web = Web.open();
    private final MockProducer<String, byte[]> kafka =
            new MockProducer<>(true, null, new StringSerializer(), new ByteArraySerializer());
    private Instant now = Instant.parse("2026-03-01T12:00:00Z");
    private final InstantSource clock = () -> now;
    private final OutboundClient client = new OutboundClient(new AddressGuard(true), Bounds.USUAL, "Retold/test");
    private final SubscriptionStore subscriptions = new SubscriptionStore(JDBI);
    private final Callback callback = new Callback(subscriptions, clock);
    private final FeedStore feeds = new FeedStore(JDBI, "a", LEASE, url -> Optional.empty());

    @BeforeEach
    void clean() {
        JDBI.useHandle(handle -> handle.execute("truncate ingest.feeds cascade"));
        web.with("/hub", 202, Map.of(), "").with("/feed", "application/rss+xml", rss("1"));
    }

    @AfterEach
    void close() {
        client.close();
        web.close();
    }

    @Test
    void theHubOfAFeedIsAskedToTellAndMustAskBack() throws InterruptedException {
        Feed feed = read();

        subscriber(client).run();

        Map<String, String> form = form();
        assertThat(form)
                .containsEntry("hub.mode", "subscribe")
                .containsEntry("hub.topic", web.url("/feed"))
                .containsEntry("hub.lease_seconds", "864000");
        assertThat(form.get("hub.callback")).matches("https://we\\.example/websub/[0-9a-f]{40}");
        assertThat(secret(form)).hasSizeGreaterThan(30);
        assertThat(stored(feed).toldUntil()).isNull();

        assertThat(callback.asked(id(form), word("subscribe", web.url("/feed"), "c1", DAY)))
                .contains("c1");

        assertThat(stored(feed).toldUntil()).isEqualTo(now.plus(Duration.ofDays(1)));
        assertThat(stored(feed).nextPollBecause()).isEqualTo(HUBS_SAYING);
    }

    @Test
    void nobodyElseCanSubscribeInOurName() throws InterruptedException {
        read();
        subscriber(client).run();
        String id = id(form());

        assertThat(callback.asked(id, word("subscribe", "https://other.example/", "c1", DAY)))
                .isEmpty();
        assertThat(callback.asked("0".repeat(40), word("subscribe", web.url("/feed"), "c1", DAY)))
                .isEmpty();
        assertThat(callback.asked(id, word("subscribe", web.url("/feed"), null, DAY)))
                .isEmpty();
        assertThat(callback.asked(id, word("subscribe", web.url("/feed"), "c1", "soon")))
                .isEmpty();
        assertThat(callback.asked(id, word("unsubscribe", web.url("/feed"), "c1", null)))
                .isEmpty();
        assertThat(callback.told(id, new byte[0], "sha256=00")).isEqualTo(Callback.Told.NOT_WANTED);
    }

    @Test
    void whatTheHubSignsIsPolledAtOnceAndWhatItDoesNotSignIsNot() throws InterruptedException {
        Feed feed = subscribed();
        Map<String, String> form = form();
        byte[] body = "<rss/>".getBytes(UTF_8);
        now = now.plus(Duration.ofMinutes(20));

        assertThat(callback.told(id(form), body, "sha256=" + "00".repeat(32))).isEqualTo(Callback.Told.NOT_SIGNED);
        assertThat(stored(feed).nextPoll()).isAfter(now);

        assertThat(callback.told(id(form), body, signed(body, secret(form)))).isEqualTo(Callback.Told.HEARD);
        assertThat(stored(feed).nextPoll()).isEqualTo(now);
        assertThat(stored(feed).nextPollBecause()).isEqualTo(HUBS_SAYING);
    }

    @Test
    void aHubThatTalksAllTheTimeIsHeardOnceAMinute() throws InterruptedException {
        Feed feed = subscribed();

        callback.told(id(form()), new byte[0], signed(new byte[0], secret(form())));

        assertThat(stored(feed).nextPoll()).isEqualTo(now.plusSeconds(60));
    }

    @Test
    void whatAHubTellsDuringAPollIsNotForgotten() throws InterruptedException {
        Feed feed = subscribed();
        now = now.plus(Duration.ofHours(4));
        Feed leased = lease(feed);
        callback.told(id(form()), new byte[0], signed(new byte[0], secret(form())));

        pass(subscriptions).poll(leased);

        assertThat(stored(feed).nextPoll()).isEqualTo(now.plusSeconds(60));
        assertThat(stored(feed).nextPollBecause()).isEqualTo(HUBS_SAYING);
    }

    @Test
    void whileAHubTellsAFeedIsAskedRarelyButAsked() throws InterruptedException {
        Feed feed = subscribed();

        assertThat(stored(feed).nextPoll())
                .isBetween(now.plus(Duration.ofMinutes(170)), now.plus(Duration.ofMinutes(190)));
        assertThat(stored(feed).nextPollBecause()).isEqualTo("its hub tells when it changes, so it is asked every 3 h");
    }

    @Test
    void aHubThatDoesNotTellIsNotReliedOn() throws InterruptedException {
        Feed feed = subscribed();
        web.with("/feed", "application/rss+xml", rss("2"));
        now = now.plus(Duration.ofHours(4));

        pass(subscriptions).poll(lease(feed));

        assertThat(stored(feed).toldUntil()).isNull();
        assertThat(stored(feed).nextPoll()).isBefore(now.plus(Duration.ofHours(1)));
    }

    @Test
    void aSubscriptionIsRenewedBeforeItEndsAndAFeedIsPolledAsUsualWhenItEnded() throws InterruptedException {
        Feed feed = subscribed();

        now = now.plus(Duration.ofHours(19));
        subscriber(client).run();
        assertThat(web.asked("/hub")).hasSize(1);

        now = now.plus(Duration.ofMinutes(15));
        subscriber(client).run();
        assertThat(web.asked("/hub")).hasSize(2);
        assertThat(form()).containsEntry("hub.mode", "subscribe");

        now = now.plus(Duration.ofHours(10));
        pass(subscriptions).poll(lease(feed));
        assertThat(stored(feed).nextPoll()).isBefore(now.plus(Duration.ofHours(1)));
    }

    @Test
    void aHubThatDeniesIsLeftAlone() throws InterruptedException {
        Feed feed = subscribed();

        assertThat(callback.asked(id(form()), new Word("denied", web.url("/feed"), null, null, "too many")))
                .contains("");

        assertThat(stored(feed).toldUntil()).isNull();
        assertThat(callback.told(id(form()), new byte[0], signed(new byte[0], secret(form()))))
                .isEqualTo(Callback.Told.NOT_WANTED);
        now = now.plus(Duration.ofDays(1));
        subscriber(client).run();
        assertThat(web.asked("/hub")).hasSize(1);
    }

    @Test
    void aHubThatIsBrokenIsAskedMoreAndMoreRarely() throws InterruptedException {
        web.with("/hub", 500, Map.of(), "");
        read();

        for (int hour = 0; hour < 24; hour++) {
            subscriber(client).run();
            now = now.plus(Duration.ofHours(1)).plusSeconds(1);
        }

        assertThat(web.asked("/hub")).hasSize(5); // after 0, 1, 3, 7 and 15 hours
    }

    @Test
    void aHubInAPrivateNetworkIsNotAsked() throws InterruptedException {
        read();

        try (OutboundClient guarded = new OutboundClient(new AddressGuard(false), Bounds.USUAL, "Retold/test")) {
            subscriber(guarded).run();
        }

        assertThat(web.asked("/hub")).isEmpty();
    }

    @Test
    void withoutACallbackNoHubIsHeardOf() {
        Feed feed = add();

        pass(Hubs.UNUSED).poll(lease(feed));

        assertThat(subscriptions.due(10, now)).isEmpty();
    }

    @Test
    void aFeedThatNamesNoHubAnyMoreIsPolledAsUsual() throws InterruptedException {
        Feed feed = subscribed();
        web.with("/feed", "application/rss+xml", rss("2").replaceAll("<atom:link[^>]*>", ""));
        now = now.plus(Duration.ofHours(4));

        pass(subscriptions).poll(lease(feed));

        assertThat(stored(feed).toldUntil()).isNull();
        assertThat(stored(feed).state()).isEqualTo(FeedStatus.State.HEALTHY);
        assertThat(callback.told(id(form()), new byte[0], "sha256=00")).isEqualTo(Callback.Told.NOT_WANTED);
    }

    /** A feed whose hub asked back, and that was polled after that. */
    private Feed subscribed() throws InterruptedException {
        Feed feed = read();
        subscriber(client).run();
        callback.asked(id(form()), word("subscribe", web.url("/feed"), "c1", DAY));
        now = now.plusSeconds(61);
        pass(subscriptions).poll(lease(feed));
        return feed;
    }

    private Feed read() {
        Feed feed = add();
        pass(subscriptions).poll(lease(feed));
        return feed;
    }

    private Feed add() {
        PollPlan atOnce = new PollPlan(now, Duration.ofMinutes(15), "it was just added");
        feeds.add(web.url("/feed"), null, null, atOnce, now);
        return feeds.find(FeedStore.idOf(web.url("/feed"))).orElseThrow();
    }

    private Feed lease(Feed feed) {
        return feeds.leaseDue(10, now).stream()
                .filter(leased -> leased.id().equals(feed.id()))
                .findFirst()
                .orElseThrow();
    }

    private Feed stored(Feed feed) {
        return feeds.find(feed.id()).orElseThrow();
    }

    private Subscriber subscriber(OutboundClient outbound) {
        return new Subscriber(subscriptions, outbound, gate(), "https://we.example/websub/", clock);
    }

    private static Gate gate() {
        return new SiteGate(
                new SiteTurns(JDBI), Duration.ZERO, Duration.ZERO, Duration.ofSeconds(1), Duration.ofSeconds(45));
    }

    private IngestPass pass(Hubs hubs) {
        return new IngestPass(
                feeds,
                new SeenStore(JDBI),
                SentPages.UNUSED,
                new FeedFetch(client, gate(), clock, 1 << 20, Duration.ofDays(1)),
                new FeedReader(),
                new FullText(new PageFetch(client, gate()), url -> false, clock),
                new RecordLog(kafka),
                new Arrivals(JDBI),
                new PollSchedule(
                        Duration.ofMinutes(5),
                        Duration.ofMinutes(15),
                        Duration.ofHours(3),
                        Duration.ofHours(24),
                        Duration.ofHours(24)),
                Duration.ofDays(30),
                new PollWorkers(8),
                hubs,
                new IngestMetrics(new SimpleMeterRegistry(), clock),
                new Room(16, 1 << 20),
                clock);
    }

    /** What the hub was asked last. */
    private Map<String, String> form() {
        List<Web.Asked> asked = web.asked("/hub");
        return Arrays.stream(asked.getLast().body().split("&"))
                .map(field -> field.split("=", 2))
                .collect(Collectors.toMap(
                        field -> URLDecoder.decode(field[0], UTF_8), field -> URLDecoder.decode(field[1], UTF_8)));
    }

    private static String id(Map<String, String> form) {
        return Objects.requireNonNull(form.get("hub.callback")).replaceAll(".*/", "");
    }

    private static String secret(Map<String, String> form) {
        return Objects.requireNonNull(form.get("hub.secret"));
    }

    private static Word word(String mode, String topic, @Nullable String challenge, @Nullable String lease) {
        return new Word(mode, topic, challenge, lease, null);
    }

    private static String signed(byte[] body, String secret) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(UTF_8), "HmacSHA256"));
            return "sha256=" + HexFormat.of().formatHex(mac.doFinal(body));
        } catch (java.security.GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private String rss(String newest) {
        return "<rss xmlns:atom='http://www.w3.org/2005/Atom'><channel><title>t</title><atom:link rel='hub' href='/hub'/>"
                + "<item><title>T %s</title><link>/%s</link><description>%s</description></item></channel></rss>"
                        .formatted(newest, newest, "Whole text of the report. ".repeat(80));
    }
}
