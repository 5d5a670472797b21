package org.retold.api;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.io.IOException;
import java.time.Duration;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.retold.teststack.HostileClient;
import org.retold.teststack.LogProbe;
import org.retold.teststack.TestStack;

/** Clients that mean harm. */
@QuarkusTest
@WithTestResource(value = TestStack.class, scope = TestResourceScope.GLOBAL)
final class HostileClientTest {

    private static final String TOKEN = "word-of-the-tests";
    private static final String LOOKUP =
            "POST /api/v1/lookup HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n";

    private HostileClient client = new HostileClient(0);

    @BeforeEach
    void theServiceHasAPort() {
        client = new HostileClient(RestAssured.port);
    }

    @Test
    void clientsThatNeverFinishTheirRequestsHoldUpNobody() throws IOException {
        try (HostileClient.SlowClients slow = client.begin(
                "GET /api/v1/stories HTTP/1.1\r\nHost: x\r\nX-Slow: ",
                LOOKUP + "Content-Length: 100000\r\n\r\n{\"title\":")) {
            assertThat(slow.sockets()).isNotEmpty();
            given().get("/api/v1/stories").then().statusCode(200);
            given().contentType("application/json")
                    .body("{")
                    .post("/api/v1/lookup")
                    .then()
                    .statusCode(400);
        }
    }

    @Test
    void requestsThatEndAmidTheirBodiesAreNoFaultsOfOurs() throws IOException {
        try (LogProbe log = LogProbe.listening()) {
            client.begin(LOOKUP + "Content-Length: 100000\r\n\r\n{\"title\":").close();
            client.send(LOOKUP + "Transfer-Encoding: chunked\r\n\r\n5;\r\nnothex\r\n");

            Awaitility.await()
                    .during(Duration.ofSeconds(2))
                    .until(() -> log.lines().stream().noneMatch(line -> line.contains("a request failed")));
        }
    }

    @ParameterizedTest
    @MethodSource("org.retold.teststack.HostileClient#ambiguous")
    void aRequestThatTwoMayUnderstandDifferentlyIsRefused(String rest) throws IOException {
        assertThat(client.send(LOOKUP + rest))
                .satisfiesAnyOf(
                        said -> assertThat(said).isEmpty(),
                        said -> assertThat(said).startsWith("HTTP/1.1 400"));
    }

    @ParameterizedTest
    @MethodSource("org.retold.teststack.HostileClient#smuggling")
    void whatIsSmuggledBehindARequestHasNoneOfItsRights(String end) throws IOException {
        String url = "https://smuggled.example/hook";
        String body = "{\"url\":\"%s\"}".formatted(url);

        String answer = client.send("POST /api/v1/webhooks HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n"
                + "Authorization: Bearer " + TOKEN + "\r\n" + end
                + "POST /api/v1/webhooks HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: "
                + body.length() + "\r\n\r\n" + body);

        assertThat(answer).doesNotContain("HTTP/1.1 201");
        assertThat(given().header("Authorization", "Bearer " + TOKEN)
                        .get("/api/v1/webhooks")
                        .then()
                        .statusCode(200)
                        .extract()
                        .asString())
                .doesNotContain("smuggled.example");
    }

    @Test
    void headersAsLongAsABookAreNotKept() throws IOException {
        assertThat(client.send(
                        "GET /api/v1/stories HTTP/1.1\r\nHost: x\r\nX-Long: " + "a".repeat(1 << 20) + "\r\n\r\n"))
                .satisfiesAnyOf(
                        said -> assertThat(said).isEmpty(),
                        said -> assertThat(said).startsWith("HTTP/1.1 431"));
    }

    @Test
    void whatNobodyKnowsIsNoTimeSeries() throws IOException {
        client.invent(
                "/api/v1/stories",
                "GET /api/v1",
                "GET /api/v1/stories",
                "DELETE /api/v1/webhooks",
                "OPTIONS /api/v1/stories");

        assertThat(given().get("/q/metrics").asString())
                .contains("method=\"OTHER\"")
                .doesNotContain("INVENTED", "invented");
    }
}
