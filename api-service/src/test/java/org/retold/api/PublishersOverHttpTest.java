package org.retold.api;

import static io.restassured.RestAssured.get;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.retold.api.Newsroom.article;
import static org.retold.api.Newsroom.evidence;
import static org.retold.api.Newsroom.story;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.retold.teststack.TestStack;

@QuarkusTest
@WithTestResource(value = TestStack.class, scope = TestResourceScope.GLOBAL)
final class PublishersOverHttpTest {

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
    void publishersAreCountedAndListed() {
        topics.send(article("pub1", "Title", "en", "Text."));
        topics.send(story("pub", 1, 900, 1, "pub1", "pub2"));
        Topicful.awaitStatus(200, "/api/v1/publishers/pub2.example.org");

        get("/api/v1/publishers/pub1.example.org")
                .then()
                .body("name", equalTo("The pub1"))
                .body("articles", equalTo(1))
                .body("originated", equalTo(1))
                .body("retold", equalTo(0))
                .body("lagMedian", nullValue())
                .body("credits[0].name", equalTo("Reuters"));
        get("/api/v1/publishers/pub2.example.org").then().body("retells[0].name", equalTo("pub1.example.org"));
        get("/api/v1/publishers?limit=1&sort=stories")
                .then()
                .body("asOf", notNullValue())
                .body("items.size()", equalTo(1))
                .body("next", notNullValue());
        String next = get("/api/v1/publishers?limit=1&sort=stories").path("next");
        assertThat(get("/api/v1/publishers?limit=1&sort=stories&cursor=" + next).<List<String>>path("items.id"))
                .doesNotContainAnyElementsOf(
                        get("/api/v1/publishers?limit=1&sort=stories").<List<String>>path("items.id"));
        Topicful.awaitTrue(() -> get("/api/v1/stats").path("publishers.publishers") != null);
        get("/api/v1/stats").then().body("publishers.publishers", greaterThanOrEqualTo(2));
        get("/api/v1/stories/pub")
                .then()
                .body("outlets[0].id", equalTo("pub1.example.org"))
                .body("outlets[0].first", equalTo(true))
                .body("outlets[0].credits[0].name", equalTo("Reuters"))
                .body("outlets[1].first", equalTo(false));
    }

    @Test
    void whatIsNotUnderstoodIsSaid() {
        get("/api/v1/publishers?period=year&sort=name&limit=0&country=fr")
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("parameters.name", equalTo(List.of("period", "sort", "limit", "country")));
        get("/api/v1/publishers?cursor=abc")
                .then()
                .statusCode(400)
                .body("parameters[0].reason", containsString("given out"));
        get("/api/v1/publishers/nobody.example").then().statusCode(404).contentType("application/problem+json");
    }

    @Test
    void whoPollsHearsOfEvidenceAndIsOtherwiseToldThatNothingChanged() {
        topics.send(story("poll", 1, 910, 1, "poll1", "poll2"));
        Topicful.awaitStatus(200, "/api/v1/stories/poll");
        String tag = get("/api/v1/stories/poll").header("ETag");

        for (int again = 0; again < 3; again++) {
            given().header("If-None-Match", tag)
                    .get("/api/v1/stories/poll")
                    .then()
                    .statusCode(304)
                    .header("ETag", equalTo(tag))
                    .header("Cache-Control", containsString("max-age"));
        }
        given().header("If-None-Match", "W/\"other\"")
                .get("/api/v1/stories/poll")
                .then()
                .statusCode(200);
        topics.send(evidence("poll2", "poll1", "poll"));

        Topicful.awaitTrue(() ->
                given().header("If-None-Match", tag).get("/api/v1/stories/poll").statusCode() == 200);
    }
}
