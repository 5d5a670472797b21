package org.retold.api;

import static io.restassured.RestAssured.get;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;
import static org.retold.api.Newsroom.member;
import static org.retold.api.Newsroom.story;

import com.rometools.rome.feed.atom.Entry;
import com.rometools.rome.feed.atom.Feed;
import com.rometools.rome.feed.rss.Channel;
import com.rometools.rome.feed.rss.Item;
import com.rometools.rome.io.FeedException;
import com.rometools.rome.io.WireFeedInput;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import java.io.IOException;
import java.io.StringReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.retold.api.syndication.FeedGrammar;
import org.retold.contract.Relation;
import org.retold.teststack.TestStack;

@QuarkusTest
@WithTestResource(value = TestStack.class, scope = TestResourceScope.GLOBAL)
final class SyndicationTest {

    private static final String HEADLINE = "Grain <b>deal</b> & \u0001 \"quotes\" \ud83d\udea2";
    private static final String PRINTED = "Grain <b>deal</b> &  \"quotes\" \ud83d\udea2";
    private static final String QUERY = "?publisher=feed-a1.example.org&sort=first";

    private static Topicful topics;

    @BeforeAll
    static void openTopics() {
        topics = new Topicful();
    }

    @BeforeEach
    void twoStories() {
        topics.send(story(
                "feed-1",
                1,
                7001,
                1,
                HEADLINE,
                List.of(member("feed-a1", 0, Relation.ORIGINAL), member("feed-a2", 1, Relation.RETELLING)),
                null));
        topics.send(story("feed-2", 1, 7002, 1, "Second", List.of(member("feed-a3", 0, Relation.ORIGINAL)), null));
        Topicful.awaitStatus(200, "/api/v1/stories/feed-2");
    }

    @AfterAll
    static void closeTopics() {
        topics.close();
    }

    @Test
    void rssHasTheStoriesThatTheFilterLeaves() throws FeedException {
        Response answer = get("/api/v1/stories.rss" + QUERY);

        Channel channel = (Channel) read(answer);
        assertThat(answer.contentType()).startsWith("application/rss+xml");
        assertThat(channel.getFeedType()).isEqualTo("rss_2.0");
        assertThat(channel.getTitle()).isEqualTo("Retold");
        assertThat(channel.getDescription()).isNotBlank();
        assertThat(channel.getLink()).startsWith("http://");
        assertThat(channel.getItems()).hasSize(1);
        Item item = channel.getItems().getFirst();
        assertThat(item.getTitle()).isEqualTo(PRINTED);
        assertThat(item.getGuid().getValue()).isEqualTo("urn:retold:story:feed-1");
        assertThat(item.getGuid().isPermaLink()).isFalse();
        assertThat(item.getLink()).isEqualTo(channel.getLink() + "stories/feed-1");
        assertThat(item.getPubDate().toInstant()).isEqualTo(Newsroom.MORNING.plusSeconds(7001));
        assertThat(item.getDescription().getValue()).isEqualTo("2 articles by 2 publishers, in en. Credited: Reuters.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/api/v1/stories.rss", "/api/v1/stories.atom", "/api/v1/stories.json", "/assets/retold.svg"})
    void whatIsPolledIsCompressed(String path) throws IOException, InterruptedException {
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpResponse<byte[]> answer = client.send(
                    HttpRequest.newBuilder(URI.create("http://localhost:%d%s".formatted(RestAssured.port, path)))
                            .header("Accept-Encoding", "gzip")
                            .build(),
                    HttpResponse.BodyHandlers.ofByteArray());

            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.headers().firstValue("Content-Encoding")).contains("gzip");
        }
    }

    @Test
    void atomHasWhatItsSpecificationAsksFor() throws FeedException {
        Feed feed = (Feed) read(get("/api/v1/stories.atom?limit=1&q=&sort=first"));

        assertThat(feed.getFeedType()).isEqualTo("atom_1.0");
        assertThat(feed.getId()).isEqualTo("urn:retold:stories:sort=first");
        assertThat(feed.getUpdated()).isNotNull();
        assertThat(feed.getAuthors()).hasSize(1);
        assertThat(feed.getOtherLinks())
                .extracting(link -> link.getRel() + " " + link.getHref().contains("/api/v1/stories.atom?"))
                .contains("self true", "next true");
        assertThat(feed.getEntries()).hasSize(1);

        Entry entry =
                ((Feed) read(get("/api/v1/stories.atom" + QUERY))).getEntries().getFirst();
        assertThat(entry.getId()).isEqualTo("urn:retold:story:feed-1");
        assertThat(entry.getTitle()).isEqualTo(PRINTED);
        assertThat(entry.getUpdated().toInstant()).isEqualTo(Newsroom.MORNING.plusSeconds(7001));
        assertThat(entry.getPublished().toInstant()).isEqualTo(Newsroom.MORNING);
        assertThat(entry.getCategories()).extracting("term").containsExactly("Reuters", "en");
    }

    @Test
    void jsonFeedHasWhatItsSpecificationAsksFor() {
        Response answer = get("/api/v1/stories.json" + QUERY);

        assertThat(answer.contentType()).startsWith("application/feed+json");
        assertThat(answer.<String>path("version")).isEqualTo("https://jsonfeed.org/version/1.1");
        assertThat(answer.<String>path("title")).isEqualTo("Retold");
        assertThat(answer.<String>path("feed_url")).endsWith("/api/v1/stories.json" + QUERY);
        assertThat(answer.<String>path("items[0].id")).isEqualTo("urn:retold:story:feed-1");
        assertThat(answer.<String>path("items[0].title")).isEqualTo(PRINTED);
        assertThat(answer.<String>path("items[0].content_text")).startsWith("2 articles");
        assertThat(answer.<String>path("items[0].language")).isEqualTo("en");
        assertThat(Instant.parse(answer.<String>path("items[0].date_modified")))
                .isEqualTo(Newsroom.MORNING.plusSeconds(7001));
        assertThat(answer.<Object>path("next_url")).isNull();
        assertThat(answer.asString()).doesNotContain("next_url");
    }

    @ParameterizedTest
    @CsvSource({"atom, ATOM", "rss, RSS", "json, JSON_FEED"})
    void everyFeedIsAsItsSpecificationSays(String format, FeedGrammar grammar) {
        for (String query : List.of(
                QUERY,
                "?publisher=nobody",
                "?limit=1&sort=first",
                "?q=%22a+b%22&language=fr&agency=A%26B",
                "?limit=200")) {
            String feed = get("/api/v1/stories." + format + query).asString();

            assertThat(grammar.complaints(feed)).as(feed).isEmpty();
        }
    }

    @Test
    void anAtomFeedIsTheSameOnEveryPageAndAtEveryAddress() throws FeedException {
        Feed first = (Feed) read(get("/api/v1/stories.atom?sort=first&language=en&limit=1&q="));
        Feed second = (Feed) read(get(first.getOtherLinks().stream()
                .filter(link -> link.getRel().equals("next"))
                .findAny()
                .orElseThrow()
                .getHref()));
        Feed elsewhere =
                (Feed) read(given().header("Host", "news.example").get("/api/v1/stories.atom?language=en&sort=first"));
        Feed another = (Feed) read(get("/api/v1/stories.atom?language=fr&sort=first"));

        assertThat(second.getId()).isEqualTo(first.getId()).isNotEqualTo(another.getId());
        assertThat(elsewhere.getId()).isEqualTo(first.getId());
    }

    @Test
    void theNextPageOfAFeedGoesOn() {
        Response first = get("/api/v1/stories.json?limit=1&sort=first");
        Response second = get(first.<String>path("next_url"));

        assertThat(second.<String>path("items[0].id")).isNotNull().isNotEqualTo(first.<String>path("items[0].id"));
    }

    @Test
    void aChangedStoryIsTheSameItemWithANewerDate() {
        topics.send(story("feed-3", 1, 7003, 1, "Third", List.of(member("feed-a4", 0, Relation.ORIGINAL)), null));
        Topicful.awaitStatus(200, "/api/v1/stories/feed-3");
        String list = "/api/v1/stories.json?publisher=feed-a4.example.org";
        String before = get(list).path("items[0].date_modified");

        topics.send(story("feed-3", 2, 7004, 1, "Third", List.of(member("feed-a4", 0, Relation.ORIGINAL)), null));
        Topicful.awaitTrue(() -> !before.equals(get(list).path("items[0].date_modified")));

        get(list).then().body("items[0].id", equalTo("urn:retold:story:feed-3")).body("items.size()", equalTo(1));
    }

    @Test
    void aReaderThatHasItIsToldSoAndOneThatAsksWronglyToo() {
        for (String format : List.of("rss", "atom", "json")) {
            String tag = get("/api/v1/stories." + format + QUERY).header("ETag");
            given().header("If-None-Match", tag)
                    .get("/api/v1/stories." + format + QUERY)
                    .then()
                    .statusCode(304);
            get("/api/v1/stories.%s?colour=red".formatted(format))
                    .then()
                    .statusCode(400)
                    .contentType(startsWith("application/problem+json"))
                    .body("parameters[0].name", equalTo("colour"));
        }
        get("/api/v1/stories.csv").then().statusCode(404);
    }

    private static com.rometools.rome.feed.WireFeed read(Response answer) throws FeedException {
        assertThat(answer.statusCode()).isEqualTo(200);
        return new WireFeedInput(true, java.util.Locale.ROOT).build(new StringReader(answer.asString()));
    }
}
