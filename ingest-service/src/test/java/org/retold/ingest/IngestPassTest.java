package org.retold.ingest;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.ByteArrayInputStream;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.retold.contract.FeedStatus;
import org.retold.contract.Item;
import org.retold.contract.Json;
import org.retold.contract.Topics;
import org.retold.ingest.feed.FeedReader;
import org.retold.ingest.feed.QuietTimes;
import org.retold.ingest.http.FeedFetch;
import org.retold.ingest.http.FeedFinder;
import org.retold.ingest.http.PageFetch;
import org.retold.ingest.http.Politeness;
import org.retold.ingest.http.RobotsFetch;
import org.retold.ingest.http.SiteBudget;
import org.retold.ingest.http.SiteGate;
import org.retold.ingest.kafka.RecordLog;
import org.retold.ingest.opml.OpmlFeed;
import org.retold.ingest.poll.Feed;
import org.retold.ingest.poll.PollPlan;
import org.retold.ingest.poll.PollSchedule;
import org.retold.ingest.poll.Sites;
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

class IngestPassTest {

    private static final Duration LEASE = Duration.ofSeconds(30);

    private static final Sites AT_WILL = url -> Optional.empty();

    private static final Jdbi JDBI = OwnDatabase.create();

    private final Web web = Web.open();
    private final MockProducer<String, byte[]> kafka =
            new MockProducer<>(true, null, new StringSerializer(), new ByteArraySerializer());
    private Instant now = Instant.parse("2026-03-01T12:00:00Z");
    private final InstantSource clock = () -> now;
    private final OutboundClient client = new OutboundClient(new AddressGuard(true), Bounds.USUAL, "Retold/test");

    @BeforeEach
    void clean() {
        JDBI.useHandle(handle -> handle.execute("truncate ingest.feeds cascade"));
        JDBI.useHandle(handle -> handle.execute("truncate ingest.site_turns, ingest.robots"));
    }

    @AfterEach
    void close() {
        client.close();
        web.close();
    }

    @Test
    void nothingCountsAsSeenThatKafkaDidNotTake() {
        web.with("/feed", "application/rss+xml", rss(0, 3));
        Feed feed = add("/feed");
        kafka.sendException = new TimeoutException("no broker");

        pass("a").poll(lease(feed, "a"));

        Feed after = stored(feed);
        assertThat(after.lastPolled()).isNull();
        assertThat(after.failures()).isZero();
        assertThat(after.nextPollBecause()).isEqualTo("Kafka took nothing");
        assertThat(seen(feed)).isZero();

        kafka.sendException = null;
        now = now.plusSeconds(11);
        pass("a").poll(lease(feed, "a"));

        assertThat(items()).hasSize(3);
        assertThat(seen(feed)).isEqualTo(3);
        assertThat(stored(feed).state()).isEqualTo(FeedStatus.State.HEALTHY);
    }

    @Test
    void whatWasAcknowledgedBeforeKafkaWentIsNotSentAgain() {
        web.with("/feed", "application/rss+xml", rss(0, 25));
        Feed feed = add("/feed");
        KafkaThatGoes goes = new KafkaThatGoes(15);

        pass("a", goes).poll(lease(feed, "a"));
        assertThat(seen(feed)).isEqualTo(10);
        now = now.plusSeconds(11);
        pass("a").poll(lease(feed, "a"));

        assertThat(seen(feed)).isEqualTo(25);
        assertThat(items()).hasSize(15);
    }

    @Test
    void twoInstancesShareTheFeedsAndPollEachOnce() throws InterruptedException {
        for (int i = 0; i < 60; i++) {
            web.with("/feed" + i, "application/rss+xml", rss(i * 10, 2));
            add("/feed" + i);
        }
        IngestPass one = pass("a");
        IngestPass other = pass("b");

        for (int i = 0; i < 20; i++) {
            Thread both = Thread.ofVirtual().start(() -> run(one));
            run(other);
            both.join();
            Thread.sleep(50);
        }

        awaitPolled(60);
        assertThat(IntStream.range(0, 60).map(i -> web.asked("/feed" + i).size()))
                .containsOnly(1);
        assertThat(items()).extracting(Item::url).doesNotHaveDuplicates().hasSize(120);
    }

    @Test
    void theFeedsOfAnInstanceThatDiedAreTakenOver() {
        Feed feed = add("/feed");
        FeedStore dead = new FeedStore(JDBI, "dead", LEASE, AT_WILL);
        FeedStore living = new FeedStore(JDBI, "living", LEASE, AT_WILL);

        assertThat(dead.leaseDue(10, now)).hasSize(1);
        assertThat(living.leaseDue(10, now)).isEmpty();
        assertThat(living.leaseDue(10, now.plus(LEASE))).extracting(Feed::id).containsExactly(feed.id());

        assertThat(dead.finish(feed)).isFalse();
        assertThat(living.finish(feed)).isTrue();
    }

    @Test
    void aBusySitePutsThePollOff() {
        web.with("/feed", "application/rss+xml", rss(0, 1));
        Feed feed = add("/feed");
        SiteTurns turns = new SiteTurns(JDBI);
        turns.giveBack(
                "127.0.0.1", (SiteBudget.Turn) turns.take("127.0.0.1", Duration.ofMinutes(1)), Duration.ofMinutes(2));

        pass("a", kafka, Duration.ofMinutes(2)).poll(lease(feed, "a"));

        assertThat(web.asked("/feed")).isEmpty();
        assertThat(stored(feed).nextPollBecause()).isEqualTo("its site is busy with others");
        assertThat(stored(feed).nextPoll()).isAfter(now.plusSeconds(60));
    }

    @Test
    void aSiteThatAsksToBeLeftAloneIsLeftAloneByAllItsFeeds() {
        web.with("/throttled", 429, Map.of("Retry-After", "3600"), "").with("/other", "application/rss+xml", rss(0, 1));
        Feed throttled = add("/throttled");
        Feed other = add("/other");
        List<Feed> leased = new FeedStore(JDBI, "a", LEASE, AT_WILL).leaseDue(2, now);

        pass("a").poll(feedOf(leased, throttled));
        pass("a").poll(feedOf(leased, other));

        assertThat(stored(throttled).lastOutcome()).isEqualTo("failed: its publisher answers 429");
        assertThat(web.asked("/other")).isEmpty();
        assertThat(stored(other).lastOutcome()).isEqualTo("postponed: its site asks to be left alone");
        assertThat(stored(other).nextPollBecause()).isEqualTo("its site asks to be left alone");
        assertThat(stored(other).nextPoll()).isBetween(now.plusSeconds(3_500), now.plusSeconds(3_601));
        assertThat(stored(other).failures()).isZero();
    }

    @Test
    void anEntryIsNotWithheldUntilASiteWantsToBeAskedAgain() {
        web.with(
                        "/feed",
                        "application/rss+xml",
                        "<rss><channel><item><title>x</title><link>/x</link><description>Short.</description></item>"
                                + "<item><title>y</title><link>/y</link></item></channel></rss>")
                .with("/x", 503, Map.of("Retry-After", "3600"), "")
                .with("/y", "text/html", "<p>whole</p>");
        Feed feed = add("/feed");

        pass("a").poll(lease(feed, "a"));

        assertThat(web.asked("/y")).isEmpty();
        assertThat(items()).hasSize(2);
        assertThat(stored(feed).nextPollBecause()).isEqualTo("a page of it could not be had and is tried again");
    }

    @Test
    void aFeedThatItsRobotsTxtForbidsIsNotAskedForAndSaysWhy() {
        web.with("/robots.txt", "text/plain", "User-agent: *\nDisallow: /feed\n")
                .with("/feed", "application/rss+xml", rss(0, 1));
        Feed feed = add("/feed");

        obedientPass(Duration.ofDays(1)).poll(lease(feed, "a"));

        assertThat(web.asked("/feed")).isEmpty();
        assertThat(stored(feed).state()).isEqualTo(FeedStatus.State.FAILING);
        assertThat(stored(feed).lastOutcome()).isEqualTo("failed: its robots.txt forbids " + web.url("/feed"));
        assertThat(stored(feed).nextPollBecause())
                .isEqualTo("it failed once: its robots.txt forbids " + web.url("/feed"));
    }

    @Test
    void aPageThatItsRobotsTxtForbidsIsNotAskedForAndItsIntroductionIsSent() {
        web.with("/robots.txt", "text/plain", "User-agent: retold\nDisallow: /x\n")
                .with("/feed", "application/rss+xml", introducedBy("/x"))
                .with("/x", "text/html", "<p>whole</p>");
        Feed feed = add("/feed");

        obedientPass(Duration.ofDays(1)).poll(lease(feed, "a"));

        assertThat(web.asked("/x")).isEmpty();
        assertThat(items()).hasSize(1);
        assertThat(stored(feed).pagesAgain()).isNull();
    }

    @Test
    void whereARedirectLeadsToIsForbiddenToo() {
        web.with("/robots.txt", "text/plain", "User-agent: *\nDisallow: /private\n")
                .with("/feed", 302, Map.of("Location", "/private/feed"), "")
                .with("/private/feed", "application/rss+xml", rss(0, 1));
        Feed feed = add("/feed");

        obedientPass(Duration.ofDays(1)).poll(lease(feed, "a"));

        assertThat(web.asked("/private/feed")).isEmpty();
        assertThat(stored(feed).lastOutcome()).endsWith("its robots.txt forbids " + web.url("/private/feed"));
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 401, 403, 404, 410})
    void whereThereIsNoRobotsTxtEverythingIsRead(int status) {
        web.with("/robots.txt", status, Map.of(), "").with("/feed", "application/rss+xml", rss(0, 1));
        Feed feed = add("/feed");

        obedientPass(Duration.ofDays(1)).poll(lease(feed, "a"));

        assertThat(items()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(ints = {429, 500, 503})
    void whileTheRobotsTxtIsOutOfReachNothingIsRead(int status) {
        web.with("/robots.txt", status, Map.of(), "").with("/feed", "application/rss+xml", rss(0, 1));
        Feed feed = add("/feed");

        obedientPass(Duration.ofDays(1)).poll(lease(feed, "a"));
        obedientPass(Duration.ofDays(1)).poll(lease(stored(feed), "a", Duration.ofMinutes(6)));

        assertThat(web.asked("/robots.txt")).hasSize(1);
        assertThat(web.asked("/feed")).isEmpty();
        assertThat(stored(feed).nextPollBecause())
                .isEqualTo("it failed 2 times: its robots.txt cannot be had: its publisher answers " + status);

        web.with("/robots.txt", 404, Map.of(), "");
        JDBI.useHandle(handle -> handle.execute("update ingest.robots set good_until = clock_timestamp()"));
        obedientPass(Duration.ofDays(1)).poll(lease(stored(feed), "a", Duration.ofHours(1)));

        assertThat(items()).hasSize(1);
    }

    @Test
    void whatARobotsTxtSaidTheLastTimeHoldsWhileItIsOutOfReach() {
        web.with("/robots.txt", "text/plain", "User-agent: *\nDisallow: /x\n")
                .with("/feed", "application/rss+xml", introducedBy("/x"))
                .with("/x", "text/html", "<p>whole</p>");
        Feed feed = add("/feed");
        obedientPass(Duration.ofDays(1)).poll(lease(feed, "a"));
        web.with("/robots.txt", 503, Map.of(), "").with("/feed", "application/rss+xml", introducedBy("/y"));
        JDBI.useHandle(handle -> handle.execute("update ingest.robots set good_until = clock_timestamp()"));

        obedientPass(Duration.ofDays(1)).poll(lease(stored(feed), "a", Duration.ofHours(4)));

        assertThat(web.asked("/robots.txt")).hasSize(2);
        assertThat(web.asked("/feed")).hasSize(2);
        assertThat(web.asked("/x")).isEmpty();
        assertThat(stored(feed).state()).isEqualTo(FeedStatus.State.HEALTHY);
    }

    @Test
    void aRobotsTxtIsAskedForOnceWhileItIsGood() {
        web.with("/robots.txt", "text/plain", "User-agent: *\nDisallow: /admin\n")
                .with("/feed", "application/rss+xml", introducedBy("/x"))
                .with("/x", "text/html", "<p>whole</p>");
        Feed feed = add("/feed");

        obedientPass(Duration.ofDays(1)).poll(lease(feed, "a"));
        obedientPass(Duration.ofDays(1)).poll(lease(stored(feed), "a", Duration.ofHours(4)));
        assertThat(web.asked("/robots.txt")).hasSize(1);
        assertThat(web.asked("/feed")).hasSize(2);

        JDBI.useHandle(handle -> handle.execute("update ingest.robots set good_until = clock_timestamp()"));
        obedientPass(Duration.ofDays(1)).poll(lease(stored(feed), "a", Duration.ofHours(4)));
        assertThat(web.asked("/robots.txt")).hasSize(2);
    }

    @Test
    void ofAHugeRobotsTxtTheBeginningCounts() {
        String many = "Disallow: /nothing-of-this-is-here\n".repeat(20_000);
        web.with("/robots.txt", "text/plain", "User-agent: *\nDisallow: /x\n" + many + "Disallow: /feed\n")
                .with("/feed", "application/rss+xml", introducedBy("/x"))
                .with("/x", "text/html", "<p>whole</p>");
        Feed feed = add("/feed");

        obedientPass(Duration.ofDays(1)).poll(lease(feed, "a"));

        assertThat(web.asked("/x")).isEmpty();
        assertThat(items()).hasSize(1);
    }

    @Test
    void theCrawlDelayOfASiteIsKeptToByEverybody() {
        web.with("/robots.txt", "text/plain", "User-agent: *\nCrawl-delay: 3600\n")
                .with("/feed", "application/rss+xml", introducedBy("/x"))
                .with("/x", "text/html", "<p>whole</p>");
        Feed feed = add("/feed");

        obedientPass(Duration.ofDays(1)).poll(lease(feed, "a"));

        assertThat(items()).hasSize(1);
        assertThat(web.asked("/x").getFirst().arrived()
                        - web.asked("/feed").getFirst().arrived())
                .isGreaterThan(Duration.ofMillis(1_980).toNanos());
    }

    @Test
    void entriesWhosePagesHaveToWaitAreNotLost() {
        web.with(
                        "/feed",
                        "application/rss+xml",
                        "<rss><channel><item><title>x</title><link>/x</link></item></channel></rss>")
                .with("/x", "text/html", "<p>whole</p>");
        Feed feed = add("/feed");

        pass("a", kafka, Duration.ofMinutes(2)).poll(lease(feed, "a"));

        assertThat(items()).isEmpty();
        assertThat(stored(feed).lastOutcome()).isEqualTo("read: 1 new, 0 edited, 1 wait for their pages");
        assertThat(stored(feed).nextPoll()).isBetween(now.plusSeconds(60), now.plusSeconds(121));
        JDBI.useHandle(handle -> handle.execute("truncate ingest.site_turns"));
        now = now.plusSeconds(121);
        pass("a").poll(lease(feed, "a"));
        assertThat(items()).hasSize(1);
    }

    @Test
    void aWordPressFeedWhoseCountsOfCommentsGrewBringsNothingNew() {
        String feed = "<rss xmlns:slash='http://purl.org/rss/1.0/modules/slash/'><channel><title>t</title><item>"
                + "<title>T</title><link>/1</link><guid isPermaLink='false'>https://e.example/?p=1</guid>"
                + "<slash:comments>%d</slash:comments><description>" + "Whole text of the report. ".repeat(80)
                + "</description></item></channel></rss>";
        web.with("/feed", "application/rss+xml", feed.formatted(1));
        Feed added = add("/feed");
        pass("a").poll(lease(added, "a"));
        web.with("/feed", "application/rss+xml", feed.formatted(2));

        pass("a").poll(lease(added, "a", Duration.ofHours(1)));

        assertThat(stored(added).lastOutcome()).isEqualTo("read: nothing new");
        assertThat(items()).hasSize(1);
        assertThat(items().getFirst().url())
                .as("a guid that is no permalink is not the article's address")
                .isEqualTo(web.url("/1"));
    }

    @Test
    void theOldValidatorIsKeptWhereAConditionalAnswerHasNone() {
        web.with("/feed", 200, Map.of("Last-Modified", "Sun, 01 Mar 2026 10:00:00 GMT"), rss(0, 1));
        Feed feed = add("/feed");
        pass("a").poll(lease(feed, "a"));
        web.with("/feed", 200, Map.of(), rss(0, 2));

        now = now.plus(Duration.ofHours(1));
        pass("a").poll(lease(feed, "a"));
        now = now.plus(Duration.ofHours(1));
        pass("a").poll(lease(feed, "a"));

        assertThat(web.asked("/feed").getLast().header("If-Modified-Since")).isEqualTo("Sun, 01 Mar 2026 10:00:00 GMT");
        assertThat(stored(feed).lastOutcome()).isEqualTo("not modified");
        assertThat(items()).hasSize(2);
    }

    @Test
    void onceADayAFeedIsAskedWithoutConditions() {
        web.with("/feed", 200, Map.of("ETag", "\"1\""), rss(0, 1));
        Feed feed = add("/feed");
        pass("a").poll(lease(feed, "a"));

        now = now.plus(Duration.ofHours(25));
        pass("a").poll(lease(feed, "a"));

        assertThat(web.asked("/feed").getLast().header("If-None-Match")).isEqualTo("null");
    }

    @Test
    void aSilentFeedIsShown() {
        web.with("/feed", "application/rss+xml", rss(0, 1));
        Feed feed = add("/feed");
        pass("a").poll(lease(feed, "a"));
        web.with("/feed", 304, Map.of(), "");

        now = now.plus(Duration.ofDays(31));
        pass("a").poll(lease(feed, "a"));

        assertThat(stored(feed).state()).isEqualTo(FeedStatus.State.SILENT);
    }

    @Test
    void aFeedThatIsSilentAgainstItsHabitIsShownLongBeforeOneWhoseHabitNobodyKnows() {
        Feed feed = add("/feed");
        Feed young = add("/young");
        for (int i = 0; i < 7; i++) {
            web.with("/feed", "application/rss+xml", rss(i, 1));
            pass("a").poll(lease(feed, "a", Duration.ofHours(6)));
        }
        web.with("/young", "application/rss+xml", rss(100, 1));
        pass("a").poll(lease(young, "a", Duration.ofSeconds(31)));

        pass("a").poll(lease(feed, "a", Duration.ofDays(2)));
        assertThat(stored(feed).state()).isEqualTo(FeedStatus.State.HEALTHY);

        pass("a").poll(lease(feed, "a", Duration.ofDays(2)));
        pass("a").poll(lease(young, "a", Duration.ofSeconds(31)));
        assertThat(stored(feed).state()).isEqualTo(FeedStatus.State.SILENT);
        assertThat(stored(feed).lastOutcome()).endsWith("nothing new for 4 d, where 6 h was its longest");
        assertThat(stored(young).state()).isEqualTo(FeedStatus.State.HEALTHY);
    }

    @Test
    void aFeedIsNotAskedAtTheHoursAtWhichItsPublisherWantsToSleep() {
        web.with(
                "/feed",
                "application/rss+xml",
                "<rss><channel><title>t</title><skipHours><hour>12</hour><hour>13</hour></skipHours></channel></rss>");
        Feed feed = add("/feed");

        pass("a").poll(lease(feed, "a"));

        assertThat(stored(feed).quiet()).isEqualTo(QuietTimes.of(List.of("12", "13")));
        assertThat(stored(feed).nextPoll())
                .isBetween(Instant.parse("2026-03-01T14:00:00Z"), Instant.parse("2026-03-01T14:30:00Z"));
        assertThat(stored(feed).nextPollBecause()).contains("skipHours");
    }

    @Test
    void aMoveForGoodIsRememberedWhenTheCopyIsStillGood() {
        web.with("/feed", 200, Map.of("ETag", "\"1\""), rss(0, 1));
        Feed feed = add("/feed");
        pass("a").poll(lease(feed, "a"));
        web.with("/feed", 308, Map.of("Location", "/moved"), "").with("/moved", 304, Map.of(), "");

        pass("a").poll(lease(feed, "a", Duration.ofHours(1)));
        pass("a").poll(lease(feed, "a", Duration.ofHours(1)));

        assertThat(stored(feed).movedTo()).isEqualTo(web.url("/moved"));
        assertThat(web.asked("/feed")).hasSize(2);
        assertThat(web.asked("/moved")).hasSize(2);
    }

    @Test
    void ofTwoFeedsThatMoveToOneAddressOneIsReadFromThenOn() {
        web.with("/http", 301, Map.of("Location", "/feed"), "")
                .with("/old", 301, Map.of("Location", "/feed"), "")
                .with("/feed", "application/rss+xml", rss(0, 1));
        List<Feed> both = List.of(add("/http"), add("/old"));

        for (int i = 0; i < 3; i++) {
            both.stream()
                    .filter(feed -> stored(feed).nextPoll() != null)
                    .forEach(feed -> pass("a").poll(lease(feed, "a", Duration.ofHours(25))));
        }

        assertThat(both.stream().map(feed -> stored(feed).state()))
                .containsExactlyInAnyOrder(FeedStatus.State.HEALTHY, FeedStatus.State.GONE);
        assertThat(both.stream().map(feed -> stored(feed).lastOutcome()))
                .contains("gone: it is at %s now, which is read already".formatted(web.url("/feed")));
    }

    @Test
    void aFeedThatMovesToWhereAnotherIsReadEndsAndIsKnownThere() throws InterruptedException {
        web.with("/old", 301, Map.of("Location", "/feed"), "").with("/feed", "application/rss+xml", rss(0, 1));
        Feed there = add("/feed");
        Feed moved = add("/old");

        pass("a").poll(lease(moved, "a"));
        pass("a").poll(lease(there, "a", Duration.ofMinutes(1)));

        assertThat(stored(moved).state()).isEqualTo(FeedStatus.State.GONE);
        assertThat(stored(there).state()).isEqualTo(FeedStatus.State.HEALTHY);
        FeedStore feeds = new FeedStore(JDBI, "a", LEASE, AT_WILL);
        assertThat(feeds.movedTo(web.url("/feed")))
                .as("it is read there under its own name")
                .isEmpty();
    }

    @Test
    void thePageInAListOfFeedsIsReadAtTheFeedThatItNames() {
        web.with(
                        "/",
                        "text/html",
                        "<html><head><link rel=alternate type='application/rss+xml' href='/feed'></head></html>")
                .with("/feed", "application/rss+xml", rss(0, 1));
        Feed page = add("/");

        pass("a").poll(lease(page, "a"));
        assertThat(stored(page).lastOutcome())
                .isEqualTo("postponed: it is a page, which names the feed " + web.url("/feed"));
        pass("a").poll(lease(page, "a", Duration.ofMinutes(10)));

        assertThat(stored(page).state()).isEqualTo(FeedStatus.State.HEALTHY);
        assertThat(items()).hasSize(1);
    }

    @Test
    void aFeedThatBecomesAPageFailsWhateverThePageNames() {
        web.with("/feed", "application/rss+xml", rss(0, 1));
        Feed feed = add("/feed");
        pass("a").poll(lease(feed, "a"));
        web.with(
                "/feed",
                "text/html",
                "<html><head><link rel=alternate type='application/rss+xml' href='/parked'></head></html>");

        pass("a").poll(lease(feed, "a", Duration.ofHours(25)));

        assertThat(stored(feed).movedTo()).isNull();
        assertThat(stored(feed).state()).isEqualTo(FeedStatus.State.FAILING);
    }

    @Test
    void aFeedThatMovedToNowhereIsFoundAgainAtItsOldAddress() {
        web.with("/feed", 301, Map.of("Location", "/moved"), "").with("/moved", "application/rss+xml", rss(0, 1));
        Feed feed = add("/feed");
        pass("a").poll(lease(feed, "a"));
        web.with("/feed", "application/rss+xml", rss(0, 2)).with("/moved", 404, Map.of(), "");

        for (int i = 0; i < 4; i++) {
            pass("a").poll(lease(feed, "a", Duration.ofHours(25)));
        }

        assertThat(stored(feed).movedTo()).isNull();
        assertThat(stored(feed).state()).isEqualTo(FeedStatus.State.HEALTHY);
        assertThat(items()).hasSize(2);
    }

    @Test
    void aFeedThatWasGoneLivesAgainWhenSomebodyAddsItAgain() {
        web.with("/feed", 410, Map.of(), "");
        Feed feed = add("/feed");
        pass("a").poll(lease(feed, "a"));
        assertThat(stored(feed).nextPoll()).isNull();
        web.with("/feed", "application/rss+xml", rss(0, 1));

        add("/feed");
        pass("a").poll(lease(feed, "a"));

        assertThat(stored(feed).state()).isEqualTo(FeedStatus.State.HEALTHY);
        assertThat(items()).hasSize(1);
    }

    @Test
    void aBusySiteTakesOnePlaceHoweverManyOfItsFeedsAreDue() {
        FeedStore feeds = new FeedStore(JDBI, "a", LEASE, url -> Site.of(url).map(Site::name));
        for (int i = 0; i < 40; i++) {
            feeds.add("https://www.busy.example/" + i, null, null, atOnce(), now);
        }
        for (int i = 0; i < 3; i++) {
            feeds.add("https://free%d.example/feed".formatted(i), null, null, atOnce(), now.plusSeconds(60));
        }

        assertThat(feeds.leaseDue(16, now.plusSeconds(61)))
                .extracting(feed -> Site.of(feed.url()).orElseThrow().name())
                .containsExactlyInAnyOrder("busy.example", "free0.example", "free1.example", "free2.example");
        assertThat(feeds.leaseDue(16, now.plusSeconds(61))).isEmpty();
    }

    @Test
    void aFeedIsNotTakenWhileItsSiteHasToBeLeftAlone() {
        Sites sites = url -> Site.of(url).map(Site::name);
        FeedStore feeds = new FeedStore(JDBI, "a", LEASE, sites);
        SiteTurns turns = new SiteTurns(JDBI);
        for (String site : List.of("asked", "spaced", "silent", "free")) {
            feeds.add("https://%s.example/feed".formatted(site), null, null, atOnce(), now);
        }
        turns.take("asked.example", Duration.ofMinutes(1));
        turns.giveBack(
                "spaced.example",
                (SiteBudget.Turn) turns.take("spaced.example", Duration.ofMinutes(1)),
                Duration.ofMinutes(1));
        turns.silence("silent.example", Duration.ofMinutes(1));

        assertThat(feeds.leaseDue(16, now)).extracting(Feed::url).containsExactly("https://free.example/feed");
    }

    @Test
    void aNewFeedNeedNotWaitUntilAllThatIsOverdueIsDone() {
        Feed overdue = add("/overdue");
        web.with("/overdue", "application/rss+xml", rss(0, 1));
        pass("a").poll(lease(overdue, "a"));
        now = now.plus(Duration.ofDays(2));
        Feed fresh = add("/fresh");

        assertThat(new FeedStore(JDBI, "a", LEASE, AT_WILL).leaseDue(1, now))
                .extracting(Feed::id)
                .containsExactly(fresh.id());
    }

    @Test
    void theFirstPollsOfALongListAreSpread() {
        FeedList list = new FeedList(
                new FeedStore(JDBI, "a", LEASE, AT_WILL),
                client,
                new FeedFinder(
                        client,
                        url -> {
                            throw new IllegalStateException("a list is not looked at");
                        },
                        new FeedReader(),
                        1,
                        Duration.ZERO),
                Duration.ofMinutes(15),
                clock);
        List<OpmlFeed> feeds = IntStream.range(0, 250)
                .mapToObj(i -> new OpmlFeed("https://site%d.example/feed".formatted(i), null, null))
                .toList();

        FeedList.ImportReport report = list.add(feeds);

        List<Instant> polls = JDBI.withHandle(handle -> handle.createQuery("select next_poll from ingest.feeds")
                .mapTo(Instant.class)
                .list());
        assertThat(report.added()).isEqualTo(250);
        assertThat(polls).filteredOn(poll -> poll.equals(now)).hasSizeBetween(50, 55);
        assertThat(polls).allMatch(poll -> !poll.isAfter(now.plus(Duration.ofMinutes(15))));
        for (int minutes = 0; minutes < 15; minutes += 5) {
            Instant from = now.plus(Duration.ofMinutes(minutes));
            assertThat(polls)
                    .filteredOn(poll -> poll.isAfter(from) && poll.isBefore(from.plusSeconds(300)))
                    .hasSizeGreaterThan(30);
        }
    }

    @Test
    void aListIsAddedWhollyOrNotAtAll() {
        FeedStore feeds = new FeedStore(JDBI, "a", LEASE, AT_WILL);

        assertThatThrownBy(() -> feeds.together(() -> {
                    feeds.add("https://a.example/", null, null, atOnce(), now);
                    throw new IllegalStateException("the database went");
                }))
                .hasMessage("the database went");

        assertThat(feeds.all()).isEmpty();
    }

    @Test
    void itIsKnownHowLongNothingArrivedByAnyWayAtAnyInstance() throws Exception {
        JDBI.useHandle(handle -> handle.createUpdate("update ingest.arrivals set last_item = :then")
                .bind("then", now.minus(Duration.ofDays(2)))
                .execute());
        Arrivals seenByAnother = new Arrivals(JDBI);
        assertThat(seenByAnother.last()).isEqualTo(now.minus(Duration.ofDays(2)));

        web.with("/feed", "application/rss+xml", rss(0, 1));
        pass("a").poll(lease(add("/feed"), "a"));
        assertThat(seenByAnother.last()).isEqualTo(now);

        now = now.plus(Duration.ofHours(5));
        new PushImport(new RecordLog(kafka), url -> false, new Arrivals(JDBI), metrics(), clock, Runnable::run)
                .take(new ByteArrayInputStream(
                        "{\"url\": \"https://a.example/1\", \"title\": \"T\", \"text\": \"x\"}".getBytes(UTF_8)));
        assertThat(seenByAnother.last()).isEqualTo(now);
    }

    @Test
    void theMetricGrowsWhileNothingArrives() {
        SimpleMeterRegistry meters = new SimpleMeterRegistry();
        IngestMetrics metrics = new IngestMetrics(meters, clock);
        metrics.lastItem(now.minusSeconds(60));

        now = now.plus(Duration.ofHours(2));

        assertThat(meters.get("retold.ingest.since.last.item").gauge().value()).isEqualTo(7_260);
    }

    @Test
    void aDatabaseTextNeverBreaksThePass() {
        web.with(
                "/feed",
                "application/rss+xml",
                "<rss><channel><title>Nul \u0000 &#0; title</title>"
                        + "<item><guid>\u0000</guid><title>\u0000x</title><link>/x</link></item></channel></rss>");
        Feed feed = add("/feed");

        pass("a").poll(lease(feed, "a"));

        assertThat(stored(feed).state()).isEqualTo(FeedStatus.State.HEALTHY);
    }

    /** Takes so many records and then none. */
    private static final class KafkaThatGoes extends MockProducer<String, byte[]> {

        private int left;

        KafkaThatGoes(int left) {
            super(true, null, new StringSerializer(), new ByteArraySerializer());
            this.left = left;
        }

        @Override
        public synchronized java.util.concurrent.Future<org.apache.kafka.clients.producer.RecordMetadata> send(
                ProducerRecord<String, byte[]> record) {
            if (left-- <= 0) {
                throw new TimeoutException("no broker");
            }
            return super.send(record);
        }
    }

    private IngestPass pass(String holder) {
        return pass(holder, kafka, Duration.ZERO);
    }

    private IngestPass pass(String holder, MockProducer<String, byte[]> producer) {
        return pass(holder, producer, Duration.ZERO);
    }

    private IngestPass pass(String holder, MockProducer<String, byte[]> producer, Duration spacing) {
        return pass(
                holder,
                producer,
                new SiteGate(new SiteTurns(JDBI), spacing, spacing, Duration.ofSeconds(1), Duration.ofSeconds(45)));
    }

    /** One that keeps to the robots.txt, and finds it good for the given time. */
    private IngestPass obedientPass(Duration goodFor) {
        SiteGate sites = new SiteGate(
                new SiteTurns(JDBI),
                Duration.ofMillis(1),
                Duration.ofMillis(1),
                Duration.ofSeconds(1),
                Duration.ofSeconds(45));
        RobotsFetch robots = new RobotsFetch(client, sites, new RobotsStore(JDBI), goodFor);
        return pass("a", kafka, new Politeness(robots, new RobotsRules(Duration.ofSeconds(2)), sites));
    }

    private IngestPass pass(String holder, MockProducer<String, byte[]> producer, Gate gate) {
        return new IngestPass(
                new FeedStore(JDBI, holder, LEASE, AT_WILL),
                new SeenStore(JDBI),
                SentPages.UNUSED,
                new FeedFetch(client, gate, clock, 1 << 20, Duration.ofDays(1)),
                new FeedReader(),
                new FullText(new PageFetch(client, gate), url -> false, clock),
                new RecordLog(producer),
                new Arrivals(JDBI),
                new PollSchedule(
                        Duration.ofMinutes(5),
                        Duration.ofMinutes(15),
                        Duration.ofHours(3),
                        Duration.ofHours(24),
                        Duration.ofHours(24)),
                Duration.ofDays(30),
                new PollWorkers(8),
                Hubs.UNUSED,
                metrics(),
                new Room(16, 1 << 20),
                clock);
    }

    private PollPlan atOnce() {
        return new PollPlan(now, Duration.ofMinutes(15), "it was just added");
    }

    private IngestMetrics metrics() {
        return new IngestMetrics(new SimpleMeterRegistry(), clock);
    }

    private static void run(IngestPass pass) {
        try {
            pass.run();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private Feed add(String path) {
        FeedStore feeds = new FeedStore(JDBI, "test", LEASE, AT_WILL);
        feeds.add(web.url(path), null, null, atOnce(), now);
        return feeds.find(FeedStore.idOf(web.url(path))).orElseThrow();
    }

    private Feed lease(Feed feed, String holder, Duration later) {
        now = now.plus(later);
        return lease(feed, holder);
    }

    private Feed lease(Feed feed, String holder) {
        return feedOf(new FeedStore(JDBI, holder, LEASE, AT_WILL).leaseDue(100, now), feed);
    }

    private static Feed feedOf(List<Feed> feeds, Feed wanted) {
        return feeds.stream()
                .filter(feed -> feed.id().equals(wanted.id()))
                .findFirst()
                .orElseThrow();
    }

    private Feed stored(Feed feed) {
        return new FeedStore(JDBI, "test", LEASE, AT_WILL).find(feed.id()).orElseThrow();
    }

    private int seen(Feed feed) {
        return JDBI.withHandle(
                handle -> handle.createQuery("select count(*) from ingest.seen_entries where feed_id = :id")
                        .bind("id", feed.id())
                        .mapTo(Integer.class)
                        .one());
    }

    private void awaitPolled(int feeds) {
        org.awaitility.Awaitility.await()
                .until(() -> JDBI.withHandle(handle -> handle.createQuery(
                                        "select count(*) from ingest.feeds where last_polled is not null and leased_by is null")
                                .mapTo(Integer.class)
                                .one())
                        == feeds);
    }

    private List<Item> items() {
        return kafka.history().stream()
                .filter(record -> record.topic().equals(Topics.ITEMS.name()))
                .map(record -> java.util.Objects.requireNonNull(Json.read(Item.class, record.value())))
                .toList();
    }

    private static String introducedBy(String page) {
        return "<rss><channel><title>t</title><item><title>x</title><link>%s</link><description>Short.</description>"
                        .formatted(page)
                + "</item></channel></rss>";
    }

    private static String rss(int from, int entries) {
        StringBuilder feed = new StringBuilder("<rss><channel><title>t</title>");
        for (int i = from; i < from + entries; i++) {
            feed.append("<item><title>T %d</title><link>/%d</link><description>%s</description></item>"
                    .formatted(i, i, "Whole text of the report. ".repeat(80)));
        }
        return feed + "</channel></rss>";
    }
}
