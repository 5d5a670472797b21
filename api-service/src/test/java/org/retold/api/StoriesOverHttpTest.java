package org.retold.api;

import static io.restassured.RestAssured.get;
import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;
import static org.retold.api.Newsroom.article;
import static org.retold.api.Newsroom.event;
import static org.retold.api.Newsroom.evidence;
import static org.retold.api.Newsroom.feed;
import static org.retold.api.Newsroom.merged;
import static org.retold.api.Newsroom.story;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.retold.contract.Article;
import org.retold.contract.FeedStatus;
import org.retold.contract.Relation;
import org.retold.contract.Story;
import org.retold.contract.StoryEvent;
import org.retold.contract.Takedown;
import org.retold.contract.Topics;
import org.retold.teststack.LogProbe;
import org.retold.teststack.TestStack;
import org.retold.teststack.TopicProbe;

@QuarkusTest
@WithTestResource(value = TestStack.class, scope = TestResourceScope.GLOBAL)
final class StoriesOverHttpTest {

    private static final String OUR_SCRIPT = "<script src=\"/assets/live.js\" defer></script>";

    private static Topicful topics;

    @BeforeAll
    static void openTopics() {
        topics = new Topicful();
    }

    @AfterAll
    static void closeTopics() {
        topics.close();
    }

    @Test
    void aStoryIsShownWithItsArticlesAndTheEvidence() {
        topics.send(article("a1", "Grain deal signed", "en", "The grain deal was signed on Monday."));
        topics.send(article("a2", "L’accord sur les céréales", "fr", "L’accord a été signé lundi à Élista."));
        topics.send(story("s1", 1, 100, 1, "a1", "a2"));
        topics.send(evidence("a2", "a1", "s1"));
        topics.send(event("e1", "s1", StoryEvent.Kind.CREATED, 1, 100));
        Topicful.awaitTrue(() -> get("/api/v1/stories/s1").<Object>path("articles[1].evidence.score") != null);

        Response shown = get("/api/v1/stories/s1");

        assertThat(shown.<Map<String, Object>>path("$").keySet())
                .contains("id", "version", "headline", "languages", "firstPublished", "lastPublished", "updated")
                .contains("articleCount", "publisherCount", "agency", "origin", "articles", "mergedInto");
        assertThat(shown.<Map<String, Object>>path("articles[0]").keySet())
                .containsExactlyInAnyOrder(
                        "id",
                        "externalId",
                        "url",
                        "title",
                        "publisher",
                        "language",
                        "published",
                        "relation",
                        "lateBy",
                        "evidence");
        assertThat(shown.<String>path("articles[0].published")).isEqualTo("2024-02-13");
        assertThat(shown.<String>path("articles[0].relation")).isEqualTo("original");
        assertThat(shown.<String>path("articles[0].lateBy")).isNull();
        assertThat(shown.<String>path("articles[1].lateBy")).isEqualTo("PT24H");
        assertThat(shown.<String>path("articles[1].publisher")).isEqualTo("The a2");
        assertThat(shown.<Float>path("articles[1].evidence.score")).isEqualTo(0.93f);
        Topicful.awaitTrue(() ->
                get("/api/v1/stories/s1/history").<List<Object>>path("items").size() == 1);
        get("/api/v1/stories/s1/history").then().body("items[0].kind", equalTo("created"));
    }

    @Test
    void anArticleIsFoundByIdAndByUrlWithItsTextAndStory() {
        topics.send(article("b1", "Title", "en", "First paragraph.", "Second paragraph."));
        topics.send(story("s2", 1, 110, 1, "b1"));
        Topicful.awaitTrue(() -> "s2".equals(get("/api/v1/articles/b1").<String>path("storyId")));

        get("/api/v1/articles/b1")
                .then()
                .body("paragraphs", hasSize(2))
                .body("credits.agencies[0]", equalTo("Reuters"))
                .body("credits", hasKey("via"))
                .body("relation", equalTo("original"))
                .body("evidence", nullValue());
        given().queryParam("url", "http://www.b1.example.org/news/b1/?utm_source=mail#top")
                .get("/api/v1/articles")
                .then()
                .statusCode(200)
                .body("id", equalTo("b1"));
        given().queryParam("url", "https://nobody.example.org/")
                .get("/api/v1/articles")
                .then()
                .statusCode(404);
        get("/api/v1/articles").then().statusCode(400).body("parameters[0].name", equalTo("url"));
    }

    @Test
    void anIntroductionNeverReplacesTheFullText() {
        topics.send(article("c1", "Title", "en", "The whole text.", "All of it."));
        topics.send(article("c1", Article.Completeness.INTRODUCTION, "Title", "en", "The whole..."));
        topics.send(article("c2", "Marker", "en", "Comes after."));

        Topicful.awaitStatus(200, "/api/v1/articles/c2");

        get("/api/v1/articles/c1").then().body("paragraphs", hasSize(2));
    }

    @Test
    void aMergedStoryLeadsToItsSurvivorAndAnExpiredOneIsGone() {
        topics.send(story("m1", 1, 120, 1, "d1"));
        topics.send(story("m2", 1, 121, 1, "d2"));
        topics.send(story("m1", 2, 122, 2, "d1", "d2"));
        topics.send(merged("m2", 2, 122, 2, "m1"));
        topics.send(story("x1", 1, 123, 1, "d3"));
        topics.stories.send("x1", null, Newsroom.MORNING);
        Topicful.awaitStatus(410, "/api/v1/stories/x1");

        given().redirects()
                .follow(false)
                .get("/api/v1/stories/m2")
                .then()
                .statusCode(308)
                .header("Cache-Control", containsString("no-cache"))
                .header("Location", containsString("/api/v1/stories/m1"));
        get("/api/v1/stories/m2")
                .then()
                .statusCode(200)
                .body("id", equalTo("m1"))
                .body("articles", hasSize(2));
        given().redirects()
                .follow(false)
                .get("/stories/m2")
                .then()
                .statusCode(308)
                .header("Cache-Control", containsString("no-cache"));
        get("/api/v1/stories/x1").then().statusCode(410).contentType("application/problem+json");
        given().accept(ContentType.HTML)
                .get("/stories/x1")
                .then()
                .statusCode(410)
                .contentType(ContentType.HTML);
    }

    @Test
    void aWalkWithTheCursorSeesEachStoryOnceInEveryOrder() {
        for (int i = 0; i < 25; i++) {
            topics.send(withPublisher(story("w" + i, 1, 200 + i, 1, "w-a" + i, "w-b" + (i % 7)), "Walker"));
        }
        Topicful.awaitTrue(() -> walk("publisher=Walker&limit=200").size() == 25);

        for (String order : List.of("sort=updated", "sort=first", "sort=size", "updatedSince=0")) {
            List<String> seen = walk("publisher=walker.example.net&limit=4&" + order);

            assertThat(seen).as(order).doesNotHaveDuplicates().hasSize(25);
        }
        assertThat(walk("publisher=WALKER&limit=3&updatedSince=219"))
                .containsExactly("w20", "w21", "w22", "w23", "w24");
    }

    @Test
    void filtersCombineAndTheTextIsFoundWithoutAccentsAndElisions() {
        topics.send(article("f1", "Le déminage", "fr", "Les enquêteurs de l’Élysée cherchaient des preuves."));
        topics.send(article("f2", "Ministry", "en", "Investigators were looking for evidence of corruption."));
        topics.send(story("f", 1, 300, 1, "f1", "f2"));
        Topicful.awaitTrue(() -> found("q=elysee").contains("f"));

        assertThat(found("q=Enquêteur+Élysée")).containsExactly("f");
        assertThat(found("q=investigator+corruption")).containsExactly("f");
        assertThat(found("q=investigator+-corruption")).doesNotContain("f");
        assertThat(found("q=%22looking+for+evidence%22&agency=reuters&minArticles=2&language=en&publisher=the+F1"))
                .containsExactly("f");
        assertThat(found("q=elysee&minArticles=3")).isEmpty();
        assertThat(found("q=elysee&since=2024-02-14")).isEmpty();
        assertThat(found("q=elysee&since=2024-02-13&until=2024-02-13T09:00:00Z"))
                .containsExactly("f");
    }

    @Test
    void whoHasItAlreadyGetsNothingAgain() {
        topics.send(story("t1", 1, 400, 1, "t-a"));
        Topicful.awaitStatus(200, "/api/v1/stories/t1");
        var first = get("/api/v1/stories/t1");
        String tag = first.header("ETag");

        assertThat(tag).startsWith("W/\"");
        assertThat(first.header("Cache-Control")).contains("max-age");
        given().header("If-None-Match", tag)
                .get("/api/v1/stories/t1")
                .then()
                .statusCode(304)
                .body(equalTo(""));

        topics.send(story("t1", 2, 401, 1, "t-a", "t-b"));

        Topicful.awaitTrue(() ->
                given().header("If-None-Match", tag).get("/api/v1/stories/t1").statusCode() == 200);
        String list = get("/api/v1/stories?publisher=t-a.example.org").header("ETag");
        given().header("If-None-Match", list)
                .get("/api/v1/stories?publisher=t-a.example.org")
                .then()
                .statusCode(304);
    }

    @Test
    void nobodyIsBelievedToBeAProxyAndNoPageElsewhereIsToldAnythingUnlessItIsSaid() {
        given().header("X-Forwarded-Proto", "https")
                .header("X-Forwarded-Host", "news.example")
                .header("Forwarded", "proto=https;host=news.example")
                .get("/api/v1/stories.json?limit=1")
                .then()
                .body("home_page_url", startsWith("http://"))
                .body("home_page_url", not(containsString("news.example")));
        given().header("Origin", "https://desk.example")
                .get("/api/v1/stories?limit=1")
                .then()
                .statusCode(200)
                .header("Access-Control-Allow-Origin", nullValue());
    }

    @Test
    void whatIsNotUnderstoodIsNamed() {
        given().get("/api/v1/stories?langauge=fr&limit=201&since=yesterday&cursor=abc&sort=best&minArticles=0")
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("status", equalTo(400))
                .body("instance", equalTo("/api/v1/stories"))
                .body("parameters.name", equalTo(List.of("since", "minArticles", "sort", "limit", "langauge")));
        get("/api/v1/stories?cursor=abc").then().statusCode(400).body("parameters[0].name", equalTo("cursor"));
        get("/api/v1/stories?sort=first&updatedSince=3").then().statusCode(400);
        get("/api/v1/stats?x=1").then().statusCode(400);
        get("/api/v1/stories/unknown").then().statusCode(404).contentType("application/problem+json");
        given().accept(ContentType.HTML).get("/?limit=x").then().statusCode(400).contentType(ContentType.HTML);
    }

    @Test
    void aTextAsLongAsItMayBeIsUnderstoodInAnyScript() {
        String text = "\u6d77".repeat(2_000);
        given().queryParam("q", text).get("/api/v1/stories").then().statusCode(200);
        given().queryParam("url", "https://example.org/" + "\u6d77".repeat(1_900))
                .get("/api/v1/articles")
                .then()
                .statusCode(404);
        given().queryParam("q", text + "\u6d77")
                .get("/api/v1/stories")
                .then()
                .statusCode(400)
                .contentType("application/problem+json");
    }

    @Test
    void aBodyThatIsFarTooLargeIsAProblemBeforeItIsSent() throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), RestAssured.port)) {
            socket.setSoTimeout(30_000);
            socket.getOutputStream()
                    .write("POST /api/v1/lookup HTTP/1.1\r\nHost: localhost\r\nContent-Length: 99999999\r\n\r\n"
                            .getBytes(US_ASCII));

            assertThat(new String(socket.getInputStream().readAllBytes(), US_ASCII))
                    .startsWith("HTTP/1.1 413 ")
                    .containsIgnoringCase("content-type: application/problem+json")
                    .contains("\"status\":413", "\"instance\":\"/api/v1/lookup\"");
        }
    }

    @Test
    void everyErrorIsAProblemAlsoWhereNobodyListens() {
        for (String path : List.of("/api/v1/nothing", "/api/v2", "/nothing/at/all", "/q/nothing", "/stories/")) {
            get(path)
                    .then()
                    .statusCode(404)
                    .contentType("application/problem+json")
                    .body("title", equalTo("Not Found"));
        }
        given().body("{}")
                .contentType(ContentType.JSON)
                .post("/api/v1/stories")
                .then()
                .statusCode(405)
                .contentType("application/problem+json");
        given().accept(ContentType.HTML).get("/nothing").then().statusCode(404).contentType(ContentType.HTML);
    }

    @Test
    void whatWasTakenDownIsGoneUnderItsIdAndItsUrl() {
        topics.send(article("td1", "Crane falls", "en", "The crane fell on Tuesday."));
        Topicful.awaitStatus(200, "/api/v1/articles/td1");

        topics.send(new Takedown("td", "http://www.td1.example.org/news/td1", "operator", Newsroom.MORNING, null));

        Topicful.awaitStatus(410, "/api/v1/articles/td1");
        get("/api/v1/articles/td1")
                .then()
                .contentType("application/problem+json")
                .body("detail", equalTo("This article was taken down."));
        given().queryParam("url", "https://td1.example.org/news/td1#top")
                .get("/api/v1/articles")
                .then()
                .statusCode(410)
                .contentType("application/problem+json");
        get("/api/v1/articles/td2").then().statusCode(404);
    }

    @Test
    void whatWasTakenDownIsNotShownBesideAnotherAnyMore() {
        topics.send(article("tc1", "Crane falls", "en", "The crane fell on Tuesday."));
        topics.send(article("tc2", "A crane fell", "en", "The crane fell on Tuesday."));
        Topicful.awaitStatus(200, "/compare?left=tc1&right=tc2");

        topics.send(new Takedown("tc", "http://www.tc1.example.org/news/tc1", "operator", Newsroom.MORNING, null));

        Topicful.awaitStatus(410, "/compare?left=tc1&right=tc2");
        given().accept(ContentType.HTML)
                .get("/compare?left=tc2&right=tc1")
                .then()
                .statusCode(410)
                .contentType(ContentType.HTML)
                .body(not(containsString("Crane falls")));
        get("/compare?left=tc2&right=tc3").then().statusCode(404);
    }

    @Test
    void aPoisonRecordIsRefusedAndTheReadingGoesOn() {
        try (var rejections = TopicProbe.on(Topics.REJECTIONS)) {
            topics.stories.sendPoison("p0", "{\"id\":", Newsroom.MORNING);
            topics.articles.sendPoison("p1", "[]", Newsroom.MORNING);
            topics.stories.send("not-its-id", story("p2", 1, 500, 1, "p-a"), Newsroom.MORNING);
            topics.send(story("p3", 1, 501, 1, "p-b"));

            Topicful.awaitStatus(200, "/api/v1/stories/p3");

            var codes = rejections.awaitValues(3).stream()
                    .map(rejection -> rejection.key() + " " + rejection.code())
                    .toList();
            assertThat(codes).contains("p0 not-readable", "p1 not-readable", "not-its-id key-mismatch");
        }
    }

    @Test
    void aRecordThatTheDatabaseNeverTakesIsRefusedAndTheOthersOfItsBatchAreKept() {
        try (var rejections = TopicProbe.on(Topics.REJECTIONS);
                LogProbe log = LogProbe.listening()) {
            topics.send(story("u1", 1, 510, 1, "u-a"));
            topics.send(story("u2", 1, 511, 1, "u-\0"));
            topics.send(story("u3", 1, 512, 1, "u-c"));
            topics.send(article("u-\0d", "Unsaid title", "en", "Unsaid text."));

            Topicful.awaitStatus(200, "/api/v1/stories/u3");

            assertThat(rejections.awaitOne(record -> "u2".equals(record.key())).value())
                    .satisfies(rejection -> assertThat(rejection.code()).isEqualTo("not-storable"));
            get("/api/v1/stories/u1").then().statusCode(200);
            get("/api/v1/stories/u2").then().statusCode(404);
            rejections.awaitOne(record -> "u-\0d".equals(record.key()));
            assertThat(log.lines())
                    .as("what is said of it tells nothing of what is in it")
                    .anySatisfy(line -> assertThat(line).contains("cannot be stored as a whole"))
                    .allSatisfy(line -> assertThat(line).doesNotContain("Headline of u", "Title of u", "Unsaid"));
        }
    }

    @Test
    void whatAFeedSaysIsPrintedAndNeverRun() {
        String hostile = "<script>alert(1)</script><img src=x onerror=alert(2)>\" onmouseover=\"alert(3)";
        var member = Newsroom.member("h1", 0, Relation.ORIGINAL);
        var bad = new Story.Member(
                "h1",
                "r1",
                0,
                null,
                "javascript:alert(4)",
                hostile,
                member.publisher(),
                "en\"><script>",
                member.published(),
                Relation.ORIGINAL,
                1,
                null);
        topics.send(story("h", 1, 520, 1, hostile, List.of(bad, Newsroom.member("h2", 1, Relation.COPY)), null));
        topics.send(article("h1", hostile, "en", hostile + " and much more text"));
        topics.send(article("h2", hostile, "en", hostile + " and much more text"));
        topics.send(evidence("h2", "h1", "h"));
        Topicful.awaitTrue(() -> get("/stories/h").body().asString().contains("<mark>"));

        var page = get("/stories/h");
        String html = page.body().asString().replace(OUR_SCRIPT, "");
        String list = get("/").body().asString().replace(OUR_SCRIPT, "");

        assertThat(html).contains("&lt;script&gt;alert(1)");
        for (String body : List.of(html, list)) {
            assertThat(body)
                    .doesNotContain("<script")
                    .doesNotContain("<img")
                    .doesNotContain("\" onmouseover")
                    .doesNotContain("javascript:");
        }
        assertThat(page.header("Content-Security-Policy")).startsWith("default-src 'none'");
    }

    @Test
    void thePageListsStoriesAndSaysWhyTheyAreTogether() {
        topics.send(article("g1", "Grain deal signed", "en", "The grain deal was signed on Monday by both."));
        topics.send(article("g2", "Grain agreement", "en", "Both sides agreed on grain at the start of the week."));
        topics.send(story("g", 1, 530, 1, "g1", "g2"));
        topics.send(evidence("g2", "g1", "g"));
        Topicful.awaitTrue(() -> get("/stories/g").body().asString().contains("<mark>"));

        given().queryParam("publisher", "The g1")
                .get("/")
                .then()
                .statusCode(200)
                .contentType(ContentType.HTML)
                .body(containsString("Headline of g"))
                .body(not(containsString("Headline of s1")));
        get("/stories/g")
                .then()
                .body(containsString("retells"))
                .body(containsString("<mark>The grain deal </mark>"))
                .body(containsString("Ushakov"))
                .body(containsString("Likelihood of one source: 93%"));
        given().header("Accept-Language", "fr-FR,fr;q=0.9,en;q=0.5")
                .get("/stories/g")
                .then()
                .body(containsString("lang=\"fr\""))
                .body(containsString("Pourquoi ils vont ensemble"));
        get("/assets/retold.css").then().statusCode(200).contentType("text/css");
        get("/assets/live.js").then().statusCode(200).contentType("text/javascript");
    }

    @Test
    void feedsAndCountsAreShown() {
        topics.send(feed("feed-1", "Zebra news", FeedStatus.State.HEALTHY));
        topics.send(feed("feed-2", "Aardvark news", FeedStatus.State.FAILING));
        topics.send(feed("feed-3", "Short-lived", FeedStatus.State.NEW));
        topics.feeds.send("feed-3", null, Newsroom.MORNING);
        topics.send(feed("feed-4", "Marker", FeedStatus.State.NEW));
        Topicful.awaitTrue(() -> get("/api/v1/feeds").body().asString().contains("feed-4"));

        List<String> titles = get("/api/v1/feeds").path("items.title");
        assertThat(titles)
                .contains("Aardvark news", "Zebra news")
                .doesNotContain("Short-lived")
                .isSorted();
        get("/feeds").then().body(containsString("Aardvark news")).body(containsString("failing"));
        Response stats = get("/api/v1/stats");
        assertThat(stats.<Integer>path("feeds")).isEqualTo(3);
        assertThat(stats.<Integer>path("failingFeeds")).isEqualTo(1);
        assertThat(stats.<Map<String, Object>>path("$").keySet())
                .contains("stories", "retoldStories", "articles", "lastUpdated", "change");
    }

    @Test
    void theServiceSaysThatItIsReadyAndWhatItOffers() {
        Topicful.awaitStatus(200, "/q/health/ready");

        given().accept(ContentType.JSON)
                .get("/q/openapi?format=json")
                .then()
                .statusCode(200)
                .body(
                        "paths.keySet()",
                        hasItems(
                                "/api/v1/stories",
                                "/api/v1/stories.{format}",
                                "/api/v1/stories/stream",
                                "/api/v1/stories/{id}",
                                "/api/v1/stories/{id}/history",
                                "/api/v1/stories/{id}/split",
                                "/api/v1/stories/{id}/merge",
                                "/api/v1/corrections",
                                "/api/v1/corrections/{id}",
                                "/api/v1/articles",
                                "/api/v1/articles/{id}",
                                "/api/v1/lookup",
                                "/api/v1/publishers",
                                "/api/v1/publishers/{id}",
                                "/api/v1/stats",
                                "/api/v1/feeds",
                                "/api/v1/webhooks",
                                "/api/v1/webhooks/{id}/deliveries"))
                .body("paths.'/api/v1/stories'.get.parameters[0].$ref", equalTo("#/components/parameters/since"))
                .body("components.parameters.since.in", equalTo("query"));
        get("/q/metrics").then().body(containsString("retold_api_records_applied_total{topic=\"retold.stories.v1\"}"));
    }

    private static List<String> found(String query) {
        return given().urlEncodingEnabled(false).get("/api/v1/stories?" + query).path("items.id");
    }

    private static List<String> walk(String query) {
        List<String> seen = new ArrayList<>();
        String cursor = null;
        do {
            Response page = given().queryParams(cursor == null ? Map.of() : Map.of("cursor", cursor))
                    .get("/api/v1/stories?" + query);
            seen.addAll(page.<List<String>>path("items.id"));
            cursor = page.path("next");
        } while (cursor != null);
        return seen;
    }

    private static Story withPublisher(Story story, String name) {
        List<Story.Member> members = story.articles().stream()
                .map(member -> new Story.Member(
                        member.id(),
                        member.revision(),
                        member.arrival(),
                        null,
                        member.url(),
                        member.title(),
                        new org.retold.contract.Publisher("walker.example.net", name),
                        member.language(),
                        member.published(),
                        member.relation(),
                        member.score(),
                        member.lateBy()))
                .toList();
        return story(story.id(), story.version(), story.change(), story.changeSize(), story.headline(), members, null);
    }
}
