package org.retold.ingest;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Collections;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.eclipse.microprofile.config.ConfigProvider;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.retold.contract.FeedStatus;
import org.retold.contract.Item;
import org.retold.contract.ItemBody;
import org.retold.contract.ItemBody.Origin;
import org.retold.contract.Rejection;
import org.retold.contract.Topics;
import org.retold.teststack.TestStack;
import org.retold.teststack.TopicProbe;

@QuarkusTest
@WithTestResource(value = TestStack.class, scope = TestResourceScope.GLOBAL)
class IngestServiceTest {

    private static final String TOKEN = "token-of-the-tests";
    private static final String LONG_TEXT = "<p>" + "Le conseil a voté la réforme du port. ".repeat(20) + "</p>";

    @Inject
    Jdbi jdbi;

    private final Web web = Web.open();
    private TopicProbe<String, Item> items;
    private TopicProbe<String, Rejection> rejections;
    private TopicProbe<String, FeedStatus> statuses;

    @BeforeEach
    void listen() {
        String kafka = ConfigProvider.getConfig().getValue("RETOLD_KAFKA", String.class);
        items = TopicProbe.on(kafka, Topics.ITEMS);
        rejections = TopicProbe.on(kafka, Topics.REJECTIONS);
        statuses = TopicProbe.on(kafka, Topics.FEEDS);
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> given().get("/q/health/ready").then().statusCode(200));
    }

    @AfterEach
    void close() {
        jdbi.useHandle(handle -> handle.execute("update ingest.feeds set removed = true"));
        items.close();
        rejections.close();
        statuses.close();
        web.close();
    }

    @Test
    void aNewFeedIsReadWithinFiveSeconds() {
        web.with("/feed", "application/rss+xml", rss(item("a", LONG_TEXT)));
        long start = System.nanoTime();

        String id = add(web.url("port", "/feed"));

        Item item = items.await(1).getFirst().value();
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(5));
        assertThat(item.key()).isEqualTo(web.url("port", "/a").replace("http://", ""));
        assertThat(item.feedUrl()).isEqualTo(web.url("port", "/feed"));
        assertThat(item.publisher()).isEqualTo("Le Port");
        assertThat(item.title()).isEqualTo("Titre a");
        assertThat(item.published()).isEqualTo("2026-03-01T12:00:00Z");
        assertThat(body(item).origin()).isEqualTo(Origin.FEED_CONTENT);
        assertThat(new String(body(item).bytes(), UTF_8)).isEqualTo(LONG_TEXT);
        FeedStatus status = statuses.awaitOne(record -> id.equals(record.key())).value();
        assertThat(status.state()).isEqualTo(FeedStatus.State.HEALTHY);
        await().untilAsserted(() -> given().get("/api/v1/feeds/" + id)
                .then()
                .statusCode(200)
                .body("state", equalTo("healthy"))
                .body("title", equalTo("Le Port"))
                .body("itemsSeen", equalTo(1))
                .body("nextPoll", notNullValue())
                .body("nextPollBecause", containsString("it brought 1 new")));
    }

    @Test
    void anEntryIsSentOnceAndAgainWhenItWasEdited() {
        web.with("/feed", "application/rss+xml", rss(item("a", LONG_TEXT), item("b", LONG_TEXT)));
        String id = add(web.url("/feed"));
        items.await(2);

        web.with("/feed", "application/rss+xml", rss(item("a", LONG_TEXT), item("b", LONG_TEXT + "Mise à jour.")));
        pollAgain(id);

        assertThat(items.await(3)).hasSize(3);
        assertThat(items.await(3).getLast().value().url()).endsWith("/b");
        assertThat(items.settle(Duration.ofSeconds(2))).hasSize(3);
    }

    @Test
    void aFeedOfIntroductionsIsCompletedFromItsPages() {
        web.with("/feed", "application/rss+xml", rss(introduced("a"), introduced("gone")))
                .with("/a", "text/html; charset=iso-8859-1", "<html><body>" + LONG_TEXT + "</body></html>");

        add(web.url("/feed"));

        items.await(2);
        Item full =
                items.awaitOne(record -> record.value().url().endsWith("/a")).value();
        Item cut =
                items.awaitOne(record -> record.value().url().endsWith("/gone")).value();
        assertThat(body(full).origin()).isEqualTo(Origin.PAGE);
        assertThat(body(full).charset()).isEqualToIgnoringCase("iso-8859-1");
        assertThat(body(full).pageUrl()).isEqualTo(web.url("/a"));
        assertThat(body(cut).origin()).isEqualTo(Origin.FEED_INTRODUCTION);
    }

    @Test
    void aPageThatFailsIsTriedAgainLater() {
        web.with("/feed", "application/rss+xml", rss(introduced("a"))).with("/a", 503, Map.of(), "");
        String id = add(web.url("/feed"));
        assertThat(body(items.await(1).getFirst().value()).origin()).isEqualTo(Origin.FEED_INTRODUCTION);
        await().untilAsserted(() -> given().get("/api/v1/feeds/" + id)
                .then()
                .body("nextPollBecause", containsString("a page of it could not be had")));

        web.with("/a", "text/html", "<p>whole</p>");
        jdbi.useHandle(handle -> handle.execute(
                "update ingest.seen_entries set page_again = now() - interval '1 s' where feed_id = ?", id));
        jdbi.useHandle(handle ->
                handle.execute("update ingest.feeds set pages_again = now() - interval '1 s' where id = ?", id));
        pollAgain(id);

        assertThat(body(items.await(2).getLast().value()).origin()).isEqualTo(Origin.PAGE);
    }

    @Test
    void aPageOf50MegabytesLeavesTheIntroductionAndARejection() {
        web.with("/feed", "application/rss+xml", rss(introduced("huge")))
                .with("/huge", 200, Map.of("Content-Type", "text/html"), "x".repeat(50 * 1024 * 1024));

        add(web.url("/feed"));

        assertThat(body(items.await(1).getFirst().value()).origin()).isEqualTo(Origin.FEED_INTRODUCTION);
        Rejection rejection = rejections.await(1).getFirst().value();
        assertThat(rejection.code()).isEqualTo("body-too-large");
        assertThat(rejection.url()).isEqualTo(web.url("/huge"));
    }

    @Test
    void aPageThatRedirectsForEverLeavesTheIntroduction() {
        web.with("/feed", "application/rss+xml", rss(introduced("loop")))
                .with("/loop", 302, Map.of("Location", "/loop"), "");

        add(web.url("/feed"));

        assertThat(body(items.await(1).getFirst().value()).origin()).isEqualTo(Origin.FEED_INTRODUCTION);
    }

    @Test
    void anEntryWithoutALinkIsRejectedOnce() {
        web.with("/feed", "application/rss+xml", rss("<item><title>Sans lien</title></item>", item("a", LONG_TEXT)));

        String id = add(web.url("/feed"));

        items.await(1);
        assertThat(rejections.await(1).getFirst().value().code()).isEqualTo("no-link");
        web.with("/feed", "application/rss+xml", rss("<item><title>Sans lien</title></item>", item("c", LONG_TEXT)));
        pollAgain(id);
        items.await(2);
        assertThat(rejections.settle(Duration.ofSeconds(1))).hasSize(1);
    }

    @Test
    void aPageWithoutAFeedIsRefusedWithAReason() {
        web.with("/page", "text/html", "<!DOCTYPE html><html><body><p>Bonjour</p></body></html>")
                .with(
                        "/wrong",
                        "text/html",
                        "<!DOCTYPE html><html><head><link rel=alternate type='application/rss+xml' href='/page'>"
                                + "</head></html>");

        problem(adding(web.url("/page")), 422, "it is an HTML page, not a feed, and it names none");
        problem(
                adding(web.url("/wrong")),
                422,
                "it is an HTML page, not a feed, and what it names is none: " + web.url("/page"));
    }

    @Test
    void aPageThatReplacedAFeedFailsWithAReason() {
        web.with("/feed", "application/rss+xml", rss(item("a", LONG_TEXT)));
        String id = add(web.url("/feed"));
        items.await(1);
        web.with("/feed", "text/html", "<!DOCTYPE html><html><body><p>Bonjour</p></body></html>");
        pollAgain(id);

        await().untilAsserted(() -> given().get("/api/v1/feeds/" + id)
                .then()
                .body("state", equalTo("failing"))
                .body("failures", equalTo(1))
                .body("lastOutcome", equalTo("failed: it is an HTML page, not a feed"))
                .body("nextPollBecause", containsString("it failed once")));
    }

    @Test
    void theFeedOfAPageIsRead() {
        web.with(
                        "/",
                        "text/html",
                        "<!DOCTYPE html><html><head>"
                                + "<link rel='alternate' type='application/rss+xml' title='Comments' href='/c/feed/'>"
                                + "<link rel='alternate' type='application/atom+xml' href='/dead'>"
                                + "<link rel='alternate' type='application/rss+xml' href='/feed'></head></html>")
                .with("/c/feed/", "application/rss+xml", rss(item("comment", LONG_TEXT)))
                .with("/feed", "application/rss+xml", rss(item("a", LONG_TEXT)));

        adding(web.url("/")).statusCode(201).body("url", equalTo(web.url("/feed")));

        assertThat(items.await(1).getFirst().value().url()).isEqualTo(web.url("/a"));
    }

    @Test
    void aFeedThatIsGoneIsNotAskedAgain() {
        web.with("/feed", 410, Map.of(), "");

        String id = add(web.url("/feed"));

        FeedStatus status = statuses.awaitOne(record -> id.equals(record.key())).value();
        assertThat(status.state()).isEqualTo(FeedStatus.State.GONE);
        assertThat(status.nextPoll()).isNull();
    }

    @Test
    void aFeedThatMovedForGoodIsAskedAtItsNewAddress() {
        web.with("/old", 301, Map.of("Location", "/new"), "")
                .with("/new", "application/rss+xml", rss(item("a", LONG_TEXT)));
        String id = add(web.url("/old"));
        items.await(1);
        statuses.awaitOne(record -> id.equals(record.key()));

        pollAgain(id);

        await().untilAsserted(() -> assertThat(web.asked("/new")).hasSize(3)); // the first was to see what it is
        assertThat(web.asked("/old")).hasSize(2);
    }

    @Test
    void anUnchangedFeedIsAskedWithItsValidators() {
        web.with("/feed", 200, Map.of("ETag", "\"1\"", "Last-Modified", "yesterday"), rss(item("a", LONG_TEXT)));
        String id = add(web.url("/feed"));
        statuses.awaitOne(record -> id.equals(record.key()));

        web.with("/feed", 304, Map.of(), "");
        pollAgain(id);

        await().untilAsserted(() -> assertThat(web.asked("/feed")).hasSize(3)); // the first was to see what it is
        assertThat(web.asked("/feed").getLast().header("If-None-Match")).isEqualTo("\"1\"");
        assertThat(web.asked("/feed").getLast().header("If-Modified-Since")).isEqualTo("yesterday");
    }

    @Test
    void aHubThatAsksBackIsAnsweredWithItsChallenge() {
        web.with("/feed", "application/rss+xml", rss(item("a", LONG_TEXT)));
        String id = add(web.url("/feed"));
        jdbi.useHandle(handle -> handle.execute(
                "insert into ingest.subscriptions (id, feed_id, hub, topic, secret, state, next_ask)"
                        + " values ('cafe', ?, 'https://hub.example/', 'https://t.example/?a=b', 's', 'wanted', now())",
                id));

        given().queryParam("hub.mode", "subscribe")
                .queryParam("hub.topic", "https://t.example/?a=b")
                .queryParam("hub.challenge", "<c>&1")
                .queryParam("hub.lease_seconds", "600")
                .get("/websub/cafe")
                .then()
                .statusCode(200)
                .contentType("text/plain")
                .body(equalTo("<c>&1"));
        given().header("X-Hub-Signature", "sha256=00")
                .body("<rss/>")
                .post("/websub/cafe")
                .then()
                .statusCode(202);
    }

    @Test
    void aHubNeedsNoTokenAndIsToldWhatNobodyWants() {
        problem(
                given().get("/websub/0?hub.mode=subscribe&hub.topic=t&hub.challenge=c&hub.lease_seconds=1&more=1")
                        .then(),
                404,
                "nobody here wants");
        problem(given().body("<rss/>").post("/websub/0").then(), 410, "nobody here wants");
    }

    @Test
    void aRemovedFeedLeavesATombstone() {
        web.with("/feed", "application/rss+xml", rss(item("a", LONG_TEXT)));
        String id = add(web.url("/feed"));
        statuses.awaitOne(record -> id.equals(record.key()));

        operator().delete("/api/v1/feeds/" + id).then().statusCode(204);

        given().get("/api/v1/feeds/" + id).then().statusCode(404);
        statuses.awaitOne(record -> id.equals(record.key()) && record.value() == null);
    }

    @Test
    void pushedLinesAreAcceptedOrRefusedOneByOne() {
        String lines = """
                {"id":"x1","url":"https://www.example.org/a?utm_source=x","title":"Un","text":"Texte.","published":"2024-01","authors":["A"]}
                not json
                ["neither"]

                {"url":"https://example.org/b","title":"","text":"x"}
                {"url":"ftp://example.org/b","title":"T","text":"x"}
                {"url":"https://example.org/c","title":"T"}
                {"url":"https://example.org/d","title":"T","text":"x","published":"demain"}
                {"url":"https://example.org/e","title":"T","html":"<p>x</p>","published":"2999-01-01T00:00:00Z"}
                """;

        push(lines)
                .statusCode(202)
                .body("accepted", equalTo(2))
                .body("rejected", equalTo(6))
                .body("reasons.line", equalTo(java.util.List.of(2, 3, 5, 6, 7, 8)))
                .body(
                        "reasons.code",
                        equalTo(java.util.List.of(
                                "not-json", "not-an-object", "no-title", "bad-url", "no-text", "bad-date")));

        assertThat(items.await(2)).hasSize(2);
        Item first =
                items.awaitOne(record -> record.key().equals("example.org/a")).value();
        assertThat(first.externalId()).isEqualTo("x1");
        assertThat(first.published()).isEqualTo("2024-01");
        assertThat(body(first).origin()).isEqualTo(Origin.PUSH);
        assertThat(body(first).mediaType()).isEqualTo("text/plain");
        assertThat(rejections.await(6)).hasSize(6);
    }

    @Test
    void aPushHasNoSizeLimitButALineHas() throws Exception {
        String ok = "{\"url\":\"https://example.org/n%d\",\"title\":\"T\",\"text\":\"" + "x".repeat(200_000) + "\"}\n";
        String tooMuch =
                "{\"url\":\"https://example.org/big\",\"title\":\"T\",\"text\":\"" + "x".repeat(1_100_000) + "\"}\n";
        String tooLong =
                "{\"url\":\"https://example.org/long\",\"title\":\"T\",\"text\":\"" + "x".repeat(6_000_000) + "\"}\n";
        HttpRequest request = HttpRequest.newBuilder(
                        URI.create("http://127.0.0.1:" + io.restassured.RestAssured.port + "/api/v1/items"))
                .header("Authorization", "Bearer " + TOKEN)
                .header("Content-Type", "application/x-ndjson")
                .POST(HttpRequest.BodyPublishers.ofInputStream(() ->
                        new SequenceInputStream(Collections.enumeration(IntStream.range(0, 102)
                                .mapToObj(n -> n == 50 ? tooMuch : n == 60 ? tooLong : ok.formatted(n))
                                .map(line -> (InputStream) new java.io.ByteArrayInputStream(line.getBytes(UTF_8)))
                                .toList()))))
                .build();

        HttpResponse<String> answer;
        try (HttpClient http = HttpClient.newHttpClient()) {
            answer = http.send(request, HttpResponse.BodyHandlers.ofString());
        }

        assertThat(answer.statusCode()).isEqualTo(202);
        assertThat(answer.body())
                .contains("\"accepted\":100", "\"rejected\":2")
                .contains("\"line\":51,\"code\":\"body-too-large\"")
                .contains("\"line\":61,\"code\":\"line-too-long\"");
        Rejection kept = rejections
                .awaitOne(record -> record.value().code().equals("line-too-long"))
                .value();
        assertThat(kept.truncated()).isTrue();
    }

    @Test
    void onlyTheOperatorChangesAnything() {
        given().contentType("application/json")
                .body("{\"url\":\"https://example.org/feed\"}")
                .post("/api/v1/feeds")
                .then()
                .statusCode(401)
                .contentType("application/problem+json")
                .body("status", equalTo(401));
        given().header("Authorization", "Bearer wrong")
                .contentType("application/x-ndjson")
                .body("{}".getBytes(UTF_8))
                .post("/api/v1/items")
                .then()
                .statusCode(401);
        given().delete("/api/v1/feeds/x").then().statusCode(401);
        given().contentType("text/x-opml")
                .body("<opml/>")
                .post("/api/v1/feeds/import")
                .then()
                .statusCode(401);
        given().get("/api/v1/feeds").then().statusCode(200);
    }

    @Test
    void errorsAreProblems() {
        problem(given().get("/api/v1/feeds?sate=new").then(), 400, "sate");
        problem(given().get("/api/v1/feeds?limit=0").then(), 400, "limit");
        problem(given().get("/api/v1/feeds?state=odd").then(), 400, "state");
        problem(given().get("/api/v1/feeds/none").then(), 404, "none");
        problem(given().get("/api/v1/feeds?cursor=%00").then(), 400, "cursor");
        problem(given().urlEncodingEnabled(false).get("/api/v1/feeds/%00").then(), 400, "");
        problem(addition("{\"url\":\"http://example.org/\\u0000\"}"), 422, "characters");
        problem(addition("{\"url\":\"https://example.org/\",\"folders\":\"x\"}"), 400, "folders");
        problem(addition("not json"), 400, "url");
        problem(addition("{}"), 400, "url");
        problem(addition("{\"url\":\"ftp://example.org/feed\"}"), 422, "http");
        problem(addition("{\"url\":\"http://169.254.169.254/feed\"}"), 422, "169.254.169.254");
        problem(addition("{\"url\":\"https://example.org/?page=rss_forum_article&id_article=3\"}"), 422, "comments");
        problem(
                operator()
                        .contentType("text/x-opml")
                        .body("<html/>")
                        .post("/api/v1/feeds/import")
                        .then(),
                422,
                "OPML");
        problem(
                operator()
                        .contentType("image/png")
                        .body("x".getBytes(UTF_8))
                        .post("/api/v1/items")
                        .then(),
                415,
                "");
        problem(given().get("/api/v1/nothing").then(), 404, "");
        problem(operator().put("/api/v1/feeds").then(), 405, "");
    }

    @Test
    void listsOfFeedsGoInAndOut() {
        String opml = """
                <?xml version="1.0"?><opml version="1.1"><body>
                <outline text="Presse"><outline text="Port" type="rss" xmlUrl="%s"/></outline>
                <outline text="Refused" xmlUrl="file:///etc/passwd"/>
                </body></opml>""".formatted(web.url("/opml-feed"));

        operator()
                .contentType("text/x-opml")
                .body(opml)
                .post("/api/v1/feeds/import")
                .then()
                .statusCode(200)
                .body("added", equalTo(1))
                .body("known", equalTo(0))
                .body("refused", hasSize(1))
                .body("refused[0].url", equalTo("file:///etc/passwd"));

        String exported = given().get("/api/v1/feeds/export")
                .then()
                .statusCode(200)
                .extract()
                .asString();
        assertThat(exported).contains("<outline text=\"Presse\">", "xmlUrl=\"" + web.url("/opml-feed") + "\"");
    }

    @Test
    void aListSaysWhereAFeedLivesNow() {
        web.with("/before", 301, Map.of("Location", "/now"), "")
                .with("/now", "application/rss+xml", "<rss><channel><title>t</title></channel></rss>");
        String before = "<opml><body><outline xmlUrl='%s'/></body></opml>".formatted(web.url("/before"));
        String now = "<opml><body><outline xmlUrl='%s'/></body></opml>".formatted(web.url("/now"));

        operator()
                .contentType("text/x-opml")
                .body(before)
                .post("/api/v1/feeds/import")
                .then()
                .body("added", equalTo(1));

        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(
                        () -> assertThat(given().get("/api/v1/feeds/export").asString())
                                .contains("xmlUrl=\"" + web.url("/now") + "\"")
                                .doesNotContain(web.url("/before")));
        operator()
                .contentType("text/x-opml")
                .body(now)
                .post("/api/v1/feeds/import")
                .then()
                .body("known", equalTo(1));
    }

    @Test
    void theFeedsAreListedPageByPage() {
        add(web.url("/one"));
        add(web.url("/two"));

        String next = given().get("/api/v1/feeds?limit=1")
                .then()
                .body("items", hasSize(1))
                .extract()
                .path("next");

        given().get("/api/v1/feeds?limit=200&cursor=" + next)
                .then()
                .statusCode(200)
                .body("items.url", notNullValue());
    }

    @Test
    void itSaysHowItIs() {
        given().get("/q/health/ready").then().statusCode(200).body(containsString("kafka"));
        given().get("/q/openapi").then().statusCode(200).body(containsString("/api/v1/items"));
        given().get("/q/metrics").then().statusCode(200).body(containsString("retold_ingest_feeds"));
    }

    private static ItemBody body(Item item) {
        return Objects.requireNonNull(item.body());
    }

    private static void problem(ValidatableResponse answer, int status, String word) {
        answer.statusCode(status)
                .contentType("application/problem+json")
                .body("status", equalTo(status))
                .body("detail", containsString(word));
    }

    private static ValidatableResponse push(String lines) {
        return operator()
                .contentType("application/x-ndjson")
                .body(lines.getBytes(UTF_8))
                .post("/api/v1/items")
                .then();
    }

    private static io.restassured.specification.RequestSpecification operator() {
        return given().header("Authorization", "Bearer " + TOKEN);
    }

    private static ValidatableResponse addition(String body) {
        return operator()
                .contentType("application/json")
                .body(body)
                .post("/api/v1/feeds")
                .then();
    }

    private static String add(String url) {
        return adding(url).statusCode(201).extract().path("id");
    }

    private static ValidatableResponse adding(String url) {
        return addition("{\"url\":\"" + url + "\"}");
    }

    private void pollAgain(String id) {
        await().until(() -> jdbi.withHandle(handle -> handle.execute(
                        "update ingest.feeds set next_poll = now() where id = ? and leased_by is null and last_polled is not null",
                        id)
                == 1));
    }

    private String rss(String... items) {
        return "<?xml\nversion=\"1.0\" encoding=\"utf-8\"?><rss version=\"2.0\""
                + " xmlns:content=\"http://purl.org/rss/1.0/modules/content/\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\">"
                + "<channel xml:lang=\"fr\"><title>Le Port</title>" + String.join("", items) + "</channel></rss>";
    }

    private static String item(String path, String content) {
        return "<item><title>Titre %s</title><link>/%s</link><guid>/%s</guid><dc:date>2026-03-01T12:00:00Z</dc:date><content:encoded><![CDATA[%s]]></content:encoded></item>"
                .formatted(path, path, path, content);
    }

    private static String introduced(String path) {
        return "<item><title>Titre %s</title><link>/%s</link><description>Le conseil a voté&amp;nbsp;(...)</description></item>"
                .formatted(path, path);
    }
}
