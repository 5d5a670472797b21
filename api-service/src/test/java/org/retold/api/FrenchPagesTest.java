package org.retold.api;

import static io.restassured.RestAssured.get;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.time.Instant;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.retold.teststack.TestStack;

/** Whatever a French reader meets is said in French, but for what the publishers wrote. */
@QuarkusTest
@WithTestResource(value = TestStack.class, scope = TestResourceScope.GLOBAL)
final class FrenchPagesTest {

    private static final String STORY = "/stories/" + FrontPage.SHIPYARD;
    private static final String COMPARE = "/compare?left=" + FrontPage.ORIGINAL + "&right=";
    private static final String LONG = "x";

    /** No English sentence does without one of them, and no French one has any. */
    private static final Pattern ENGLISH = Pattern.compile(
            "\\b(the|is|are|was|were|of|and|not|nor|it|its|to|by|with|for|this|that|which|has|have|been|there|nothing|"
                    + "new|so|asked|every|read|failed|times|later|ago|hours?|days?|show|search|feeds|stories)\\b",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern NAMES = Pattern.compile("Tides and Timber|The Harbour Post");

    /** What publishers wrote, and names and addresses. */
    private static final String QUOTED =
            "title, h1[dir], h2[dir], h3[dir], .text h2, .text .body, blockquote, .side, bdi, .address, .data a,"
                    + " #left option, #right option, .bar input, .skip ~ * .brand, button[lang]";

    private static final List<String> SAID_IN =
            List.of("aria-label", "title", "placeholder", "alt", "data-one", "data-many");

    private static Topicful topics;
    private static FrontPage news;

    @BeforeAll
    static void sendTheNews() {
        topics = new Topicful();
        news = new FrontPage(topics, Instant.now());
        news.send();
    }

    @BeforeEach
    void waitForTheNews() {
        Topicful.awaitTrue(() -> get(STORY).body().asString().contains("<mark"));
        Topicful.awaitTrue(() -> get("/feeds").body().asString().contains("Sundbote"));
    }

    @AfterAll
    static void close() {
        news.withdrawFeeds();
        topics.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/?minArticles=1",
                "/?q=Valmare&language=fr&agency=Reuters&publisher=Le+Quai&since=2024-01-01&until=2027-01-01&sort=first",
                "/?q=nobodywrotethis",
                STORY,
                "/stories/front-lone",
                "/stories/front-bridge",
                COMPARE + FrontPage.TRANSLATION,
                COMPARE + FrontPage.COPY,
                COMPARE + FrontPage.BLOG,
                COMPARE + "front-marsa",
                "/feeds"
            })
    void everyPageIsInFrench(String path) {
        assertThat(english(page(path, 200))).as(path).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/?sort=best",
                "/?limit=0&minArticles=many&updatedSince=-1",
                "/?since=yesterday&until=2024-02-30",
                "/?q=a&q=b&language=" + LONG,
                "/?sort=first&updatedSince=3",
                "/?cursor=nonsense",
                "/?cursor=MSB1cGRhdGVkIDAgMCB4",
                "/?nosuch=1&%3Cscript%3E=2",
                "/?q=%00",
                "/compare",
                "/compare?left=a&right=a",
                "/compare?left=a&right=b&middle=c",
                "/stories/%00"
            })
    void whatWasNotUnderstoodIsToldInFrench(String path) {
        String asked = path.replace("language=" + LONG, "language=" + LONG.repeat(2_001));

        assertThat(english(page(asked, 400))).as(path).isEmpty();
    }

    @Test
    void whatIsNotThereIsToldInFrench() {
        assertThat(english(page("/stories/nowhere", 404))).isEmpty();
        assertThat(english(page("/stories/front-expired", 410))).isEmpty();
        assertThat(english(page("/compare?left=a&right=b", 404))).isEmpty();
        assertThat(english(page("/nowhere", 404))).isEmpty();
        assertThat(english(page("/language", 405))).isEmpty();
        assertThat(english(page("/assets/retold.css", 406))).isEmpty();
        assertThat(english(page(frenchReader().delete("/feeds"), 405))).isEmpty();
    }

    @Test
    void whatOtherServicesSayIsPutIntoFrench() {
        assertThat(page("/feeds", 200).select(".note").eachText())
                .contains(
                        "inchangé",
                        "lu\u202f: 3 en plus, 1 avec des modifications",
                        "échec\u202f: son éditeur répond 503",
                        "4 échecs de suite",
                        "4 échecs\u202f: son éditeur répond 503",
                        "il n’a pas changé\u202f: il est lu à intervalles de 30 min");
        assertThat(page(STORY, 200).select(".origin p").eachText())
                .contains("7 articles sur 7 citent Reuters\u202f; le plus complet des premiers textes est celui de"
                        + " Baltic Wire (13 janv. 2026)");
    }

    @Test
    void whatNobodyPutIntoFrenchIsMarkedAsEnglish() {
        topics.send(Newsroom.story("s-english", 1, 62_000, 1, "a-english"));
        Topicful.awaitTrue(() -> get("/stories/s-english").statusCode() == 200);

        Document page = page("/stories/s-english", 200);

        assertThat(page.select(".origin p[lang=en]").eachText()).containsExactly("Most of the articles credit it.");
        assertThat(english(page)).isNotEmpty();
    }

    @Test
    void anEnglishPageIsFoundOut() {
        assertThat(english(Jsoup.parse(get("/feeds").asString()))).isNotEmpty();
        assertThat(english(Jsoup.parse(get("/").asString()))).isNotEmpty();
    }

    /** What is said on a page in English. */
    private static List<String> english(Document page) {
        page.select(QUOTED).remove();
        return page.getAllElements().stream()
                .flatMap(FrenchPagesTest::said)
                .filter(text ->
                        ENGLISH.matcher(NAMES.matcher(text).replaceAll("")).find())
                .toList();
    }

    private static Stream<String> said(Element element) {
        return Stream.concat(
                Stream.of(element.ownText()),
                element.attributes().asList().stream()
                        .filter(attribute -> SAID_IN.contains(attribute.getKey()))
                        .map(Attribute::getValue));
    }

    private static Document page(String path, int status) {
        return page(frenchReader().urlEncodingEnabled(false).get(path), status);
    }

    private static Document page(Response answer, int status) {
        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.contentType()).startsWith("text/html");
        Document page = Jsoup.parse(answer.asString());
        assertThat(page.select("html").attr("lang")).isEqualTo("fr");
        return page;
    }

    private static RequestSpecification frenchReader() {
        return given().header("Accept", "text/html").header("Accept-Language", "fr-FR,fr;q=0.9,en;q=0.5");
    }
}
