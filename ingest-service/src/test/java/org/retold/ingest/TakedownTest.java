package org.retold.ingest;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.retold.contract.Item;
import org.retold.contract.Rejection;
import org.retold.contract.Removal;
import org.retold.contract.Takedown;
import org.retold.contract.Topics;
import org.retold.teststack.TestStack;
import org.retold.teststack.TopicProbe;

@QuarkusTest
@WithTestResource(value = TestStack.class, scope = TestResourceScope.GLOBAL)
class TakedownTest {

    private static final String TOKEN = "token-of-the-tests";
    private static final String LINE =
            "{\"url\":\"%s\",\"title\":\"Crane falls\",\"text\":\"The crane fell on Tuesday.\"}";

    private final Web web = Web.open();
    private final TopicProbe<String, Item> items = TopicProbe.on(Topics.ITEMS);
    private final TopicProbe<String, Rejection> rejections = TopicProbe.on(Topics.REJECTIONS);
    private final TopicProbe<String, Takedown> takedowns = TopicProbe.on(Topics.TAKEDOWNS);
    private final TopicProbe<String, Removal> removals = TopicProbe.on(Topics.REMOVALS);

    @AfterEach
    void close() {
        items.close();
        rejections.close();
        takedowns.close();
        removals.close();
        web.close();
    }

    @Test
    void aTakedownIsAnnouncedOnceAndItsProgressIsShown() {
        String id = takeDown("https://port.example/crane?utm_source=mail")
                .statusCode(202)
                .body("state", equalTo("ordered"))
                .body("by", equalTo("operator"))
                .body("reason", equalTo("asked"))
                .extract()
                .path("id");

        assertThat(takeDown("http://www.port.example/crane/").extract().<String>path("id"))
                .as("the same again")
                .isEqualTo(id);
        assertThat(takedowns.awaitOne(record -> id.equals(record.key())).value().url())
                .isEqualTo("https://port.example/crane?utm_source=mail");

        removals.send(id, new Removal(id, List.of("a1", "a2"), Removal.State.REMOVED, Instant.now()), Instant.now());

        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> given().get("/api/v1/takedowns/" + id)
                        .then()
                        .statusCode(200)
                        .body("state", equalTo("removed"))
                        .body("articleIds", contains("a1", "a2")));
        assertThat(given().get("/api/v1/takedowns").then().extract().<List<String>>path("items.id"))
                .contains(id);
        assertThat(takedowns.settle(Duration.ofSeconds(2)).stream().filter(record -> id.equals(record.key())))
                .hasSize(1);
    }

    @Test
    void whatWasTakenDownIsRefusedWithoutKeepingItsTextUntilThatIsLifted() {
        String url = "https://port.example/barred";
        String id = takeDown(url).extract().path("id");

        push(LINE.formatted(url + "#top")).body("accepted", equalTo(0)).body("reasons[0].code", equalTo("taken-down"));
        push(LINE.formatted(url).replace("Crane falls", "")).body("reasons[0].code", equalTo("taken-down"));

        assertThat(rejections.awaitValues(2)).allSatisfy(rejection -> {
            assertThat(rejection.code()).isEqualTo("taken-down");
            assertThat(rejection.original()).isNull();
        });

        operator().delete("/api/v1/takedowns/" + id).then().statusCode(204);

        push(LINE.formatted(url)).body("accepted", equalTo(1));
        assertThat(takedowns.awaitOne(record -> id.equals(record.key()) && record.value() == null))
                .isNotNull();
        await().untilAsserted(
                        () -> given().get("/api/v1/takedowns/" + id).then().statusCode(404));
        operator().delete("/api/v1/takedowns/" + id).then().statusCode(404);
    }

    @Test
    void thePageOfABarredEntryIsNotEvenAskedFor() {
        takeDown(web.url("/barred")).statusCode(202);
        web.with("/barred", "text/html", "<p>The crane fell.</p>");
        web.with("/open", "text/html", "<p>The quay is open.</p>");
        web.with("/feed", "application/rss+xml", """
                <rss version="2.0"><channel><title>Le Port</title>
                <item><title>Crane</title><link>%s</link></item>
                <item><title>Quay</title><link>%s</link></item>
                </channel></rss>
                """.formatted(web.url("/barred"), web.url("/open")));

        operator()
                .contentType("application/json")
                .body(Map.of("url", web.url("/feed")))
                .post("/api/v1/feeds")
                .then()
                .statusCode(201);

        assertThat(items.awaitOne(record -> record.value().url().endsWith("/open")))
                .isNotNull();
        assertThat(rejections
                        .awaitOne(record -> "taken-down".equals(record.value().code()))
                        .value()
                        .url())
                .isEqualTo(web.url("/barred"));
        assertThat(web.asked("/barred")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"'', 400, missing", "ftp://port.example/crane, 422, http", "the crane, 422, http"})
    void whatIsNoAddressIsRefused(String url, int status, String word) {
        takeDown(url).statusCode(status).body("detail", containsString(word));
    }

    @Test
    void onlyTheOperatorTakesDownAndLifts() {
        given().delete("/api/v1/articles?url=https://port.example/crane").then().statusCode(401);
        given().delete("/api/v1/takedowns/0").then().statusCode(401);
        given().get("/api/v1/takedowns/0").then().statusCode(404).body("id", nullValue());
    }

    private static ValidatableResponse takeDown(String url) {
        return operator()
                .queryParam("url", url)
                .queryParam("reason", "asked")
                .delete("/api/v1/articles")
                .then();
    }

    private static ValidatableResponse push(String line) {
        return operator()
                .contentType("application/x-ndjson")
                .body((line + "\n").getBytes(UTF_8))
                .post("/api/v1/items")
                .then()
                .statusCode(202);
    }

    private static RequestSpecification operator() {
        return given().header("Authorization", "Bearer " + TOKEN);
    }
}
