package org.retold.api;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.retold.teststack.TestStack;

/** A service that is read by those only who have a token. */
@QuarkusTest
@TestProfile(ReadAccessTest.ByToken.class)
@WithTestResource(value = TestStack.class, scope = TestResourceScope.GLOBAL)
final class ReadAccessTest {

    private final Topicful topics = new Topicful();

    public static final class ByToken implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("RETOLD_READ_ACCESS", "token", "RETOLD_READ_TOKEN", "word-of-readers");
        }
    }

    @BeforeEach
    void aReaderIsWaitedFor() {
        topics.send(Newsroom.story("s-guarded", 1, 61_000, 1, "a-guarded"));
        Topicful.awaitTrue(() -> given().auth()
                        .preemptive()
                        .basic("reader", "word-of-readers")
                        .get("/api/v1/stories/s-guarded")
                        .statusCode()
                == 200);
    }

    @AfterEach
    void close() {
        topics.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/stories/s-guarded",
                "/feeds",
                "/api/v1/stories",
                "/api/v1/stories/s-guarded",
                "/api/v1/stories/stream",
                "/api/v1/stories.atom",
                "/api/v1/stats",
                "/api/v1/feeds"
            })
    void pagesCallsAndFeedsAreForReadersOnly(String path) {
        given().get(path).then().statusCode(401).header("WWW-Authenticate", containsString("Basic realm"));
    }

    @Test
    void aReaderReadsInABrowserAFeedReaderOrAProgram() {
        for (String path : new String[] {"/", "/api/v1/stories", "/api/v1/stats"}) {
            given().auth()
                    .preemptive()
                    .basic("me", "word-of-readers")
                    .get(path)
                    .then()
                    .statusCode(200);
            given().header("Authorization", "Bearer word-of-readers")
                    .get(path)
                    .then()
                    .statusCode(200);
            given().header("Authorization", "Bearer word-of-the-tests")
                    .get(path)
                    .then()
                    .statusCode(200);
        }
    }

    @Test
    void whoLooksInABrowserIsToldInHisLanguage() {
        given().header("Accept", "text/html")
                .header("Accept-Language", "fr")
                .get("/")
                .then()
                .statusCode(401)
                .header("WWW-Authenticate", containsString("Basic realm"))
                .contentType("text/html")
                .body(containsString("La lecture demande le jeton des lecteurs"));
    }

    @Test
    void noSharedCacheKeepsWhatIsRead() {
        given().header("Authorization", "Bearer word-of-readers")
                .get("/api/v1/stories")
                .then()
                .header("Cache-Control", containsString("private"))
                .header("Cache-Control", not(containsString("public")));
    }

    @Test
    void whatIsUnchangedIsNotToldToStrangersEither() {
        String tag = given().header("Authorization", "Bearer word-of-readers")
                .get("/api/v1/stories")
                .header("ETag");

        given().header("If-None-Match", tag).get("/api/v1/stories").then().statusCode(401);
    }

    @Test
    void healthAndMetricsRemain() {
        RestAssured.get("/q/health/live").then().statusCode(200);
        RestAssured.get("/q/metrics").then().statusCode(200);
    }
}
