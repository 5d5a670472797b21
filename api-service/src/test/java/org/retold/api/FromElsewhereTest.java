package org.retold.api;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;
import static org.retold.api.Newsroom.merged;
import static org.retold.api.Newsroom.story;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.retold.teststack.TestStack;

/** A service behind a proxy with TLS, which pages of one other origin may read. */
@QuarkusTest
@TestProfile(FromElsewhereTest.BehindProxy.class)
@WithTestResource(value = TestStack.class, scope = TestResourceScope.GLOBAL)
final class FromElsewhereTest {

    private static final String DESK = "https://desk.example";

    public static final class BehindProxy implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "RETOLD_BEHIND_PROXY",
                    "true",
                    "RETOLD_TRUSTED_PROXIES",
                    "127.0.0.1",
                    "RETOLD_CORS",
                    "true",
                    "RETOLD_CORS_ORIGINS",
                    DESK);
        }
    }

    @Test
    void addressesAreThoseThatTheProxyWasCalledAt() {
        try (Topicful topics = new Topicful()) {
            topics.send(story("proxied-1", 1, 71_000, 1, "proxied-a"));
            topics.send(merged("proxied-2", 2, 71_001, 1, "proxied-1"));
            Topicful.awaitStatus(308, "/api/v1/stories/proxied-2");
        }

        Response feed = throughProxy().get("/api/v1/stories.json?publisher=proxied-a.example.org");
        assertThat(feed.<String>path("feed_url")).startsWith("https://news.example/api/v1/stories.json?");
        assertThat(feed.<String>path("items[0].url")).isEqualTo("https://news.example/stories/proxied-1");
        throughProxy()
                .redirects()
                .follow(false)
                .get("/api/v1/stories/proxied-2")
                .then()
                .header("Location", equalTo("https://news.example/api/v1/stories/proxied-1"));
    }

    private static RequestSpecification throughProxy() {
        return given().header("X-Forwarded-Proto", "https").header("X-Forwarded-Host", "news.example");
    }

    @Test
    void aPageOfTheNamedOriginReadsAndChangesNothing() {
        given().header("Origin", DESK)
                .get("/api/v1/stories?limit=1")
                .then()
                .statusCode(200)
                .header("Access-Control-Allow-Origin", equalTo(DESK))
                .header("Access-Control-Expose-Headers", containsString("ETag"))
                .header("Access-Control-Allow-Credentials", not(equalTo("true")))
                .header("Vary", containsString("Origin"));
        ask("GET")
                .then()
                .statusCode(200)
                .header("Access-Control-Allow-Methods", startsWith("GET"))
                .header("Access-Control-Allow-Headers", containsString("If-None-Match"));

        assertThat(ask("POST").header("Access-Control-Allow-Methods")).doesNotContain("POST");
    }

    /** Whether such a request may follow. */
    private static Response ask(String method) {
        return given().header("Origin", DESK)
                .header("Access-Control-Request-Method", method)
                .header("Access-Control-Request-Headers", "If-None-Match")
                .options("/api/v1/stories");
    }

    @Test
    void aPageOfAnotherOriginIsRefused() {
        given().header("Origin", "https://elsewhere.example")
                .get("/api/v1/stories")
                .then()
                .statusCode(403)
                .header("Access-Control-Allow-Origin", nullValue());
    }
}
