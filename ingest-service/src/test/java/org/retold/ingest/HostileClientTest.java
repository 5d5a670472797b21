package org.retold.ingest;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.io.IOException;
import java.util.List;
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
class HostileClientTest {

    private static final String TOKEN = "token-of-the-tests";

    private HostileClient client = new HostileClient(0);

    @BeforeEach
    void theServiceHasAPort() {
        client = new HostileClient(RestAssured.port);
    }

    @Test
    void clientsThatNeverFinishTheirRequestsHoldUpNobody() throws IOException {
        try (HostileClient.SlowClients slow = client.begin(
                "GET /api/v1/feeds HTTP/1.1\r\nHost: x\r\nX-Slow: ",
                "POST /api/v1/items HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer " + TOKEN
                        + "\r\nContent-Type: application/x-ndjson\r\nContent-Length: 1000000\r\n\r\n{\"url\":")) {
            assertThat(slow.sockets()).isNotEmpty();
            given().get("/api/v1/feeds").then().statusCode(200);
            given().header("Authorization", "Bearer " + TOKEN)
                    .contentType("application/x-ndjson")
                    .body("{\"url\":\"https://slow.example/1\",\"title\":\"T\",\"text\":\"A text.\"}"
                            .getBytes(ISO_8859_1))
                    .post("/api/v1/items")
                    .then()
                    .statusCode(202);
        }
    }

    @ParameterizedTest
    @MethodSource("org.retold.teststack.HostileClient#ambiguous")
    void aRequestThatTwoMayUnderstandDifferentlyIsRefused(String rest) throws IOException {
        String answer = client.send("POST /api/v1/items HTTP/1.1\r\nHost: x\r\nContent-Type: application/x-ndjson\r\n"
                + "Authorization: Bearer " + TOKEN + "\r\n" + rest);

        assertThat(answer)
                .satisfiesAnyOf(
                        said -> assertThat(said).isEmpty(),
                        said -> assertThat(said).startsWith("HTTP/1.1 400"));
    }

    @ParameterizedTest
    @MethodSource("org.retold.teststack.HostileClient#smuggling")
    void whatIsSmuggledBehindARequestHasNoneOfItsRights(String end) throws IOException {
        String answer = client.send("POST /api/v1/items HTTP/1.1\r\nHost: x\r\nContent-Type: application/x-ndjson\r\n"
                + "Authorization: Bearer " + TOKEN + "\r\n" + end
                + "DELETE /api/v1/articles?url=https://smuggled.example/1 HTTP/1.1\r\nHost: x\r\n\r\n");

        assertThat(answer.split("HTTP/1.1 202", -1)).as(answer).hasSizeLessThanOrEqualTo(2);
        assertThat(given().get("/api/v1/takedowns").asString()).doesNotContain("smuggled.example");
    }

    @Test
    void headersAsLongAsABookAreNotKept() throws IOException {
        assertThat(client.send("GET /api/v1/feeds HTTP/1.1\r\nHost: x\r\nX-Long: " + "a".repeat(1 << 20) + "\r\n\r\n"))
                .satisfiesAnyOf(
                        said -> assertThat(said).isEmpty(),
                        said -> assertThat(said).startsWith("HTTP/1.1 431"));
    }

    @Test
    void whatNobodyKnowsIsNoTimeSeries() throws IOException {
        client.invent("/api/v1/feeds", "GET /api/v1", "DELETE /api/v1/feeds", "OPTIONS /api/v1/feeds");

        assertThat(given().get("/q/metrics").asString())
                .contains("method=\"OTHER\"")
                .doesNotContain("INVENTED", "invented");
    }

    @Test
    void nobodyWritesLinesOrWordsOfTheirOwnIntoOurLog() {
        List<String> lines;
        try (LogProbe log = LogProbe.listening()) {
            String forged = "\r\n2026-01-01 00:00:00 ERROR forged";
            given().header("Authorization", "Bearer wrong-secret-word")
                    .delete("/api/v1/takedowns/x")
                    .then()
                    .statusCode(401);
            given().header("Authorization", "Bearer " + TOKEN)
                    .contentType("application/json")
                    .body("{\"url\":\"http://127.0.0.1:1/x%s\"}".formatted(forged.replace("\r\n", "\\r\\n")))
                    .post("/api/v1/feeds");
            given().header("Authorization", "Bearer " + TOKEN)
                    .contentType("application/x-ndjson")
                    .body(
                            "{\"url\":\"https://log.example/\\r\\nforged\",\"title\":\"secret-of-the-article\",\"text\":\"secret-of-the-article\"}"
                                    .getBytes(ISO_8859_1))
                    .post("/api/v1/items");
            given().queryParam("state", forged).get("/api/v1/feeds").then().statusCode(400);
            lines = log.lines();
        }

        assertThat(lines)
                .allSatisfy(line -> assertThat(line)
                        .doesNotContain(
                                "\nforged", "\n2026-01-01", TOKEN, "wrong-secret-word", "secret-of-the-article"));
    }
}
