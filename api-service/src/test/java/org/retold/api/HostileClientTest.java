package org.retold.api;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.retold.teststack.TestStack;

/** Clients that mean harm. */
@QuarkusTest
@WithTestResource(value = TestStack.class, scope = TestResourceScope.GLOBAL)
final class HostileClientTest {

    private static final String TOKEN = "word-of-the-tests";
    private static final String LOOKUP =
            "POST /api/v1/lookup HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n";
    private static final String ONE_REQUEST = " HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n";
    private static final int SLOW_CLIENTS = 300;
    private static final int PATIENCE_MILLIS = 1_500;

    @Test
    void clientsThatNeverFinishTheirRequestsHoldUpNobody() throws IOException {
        List<Socket> slow = new ArrayList<>();
        try {
            for (int i = 0; i < SLOW_CLIENTS; i++) {
                Socket socket = open();
                String begun = i % 2 == 0
                        ? "GET /api/v1/stories HTTP/1.1\r\nHost: x\r\nX-Slow: "
                        : LOOKUP + "Content-Length: 100000\r\n\r\n{\"title\":";
                socket.getOutputStream().write(begun.getBytes(ISO_8859_1));
                slow.add(socket);
            }

            given().get("/api/v1/stories").then().statusCode(200);
            given().contentType("application/json")
                    .body("{")
                    .post("/api/v1/lookup")
                    .then()
                    .statusCode(400);
        } finally {
            for (Socket socket : slow) {
                socket.close();
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Content-Length: 5\r\nContent-Length: 6\r\n\r\n",
                "Content-Length: -1\r\n\r\n",
                "Content-Length: 0x5\r\n\r\n",
                "Content-Length : 5\r\n\r\n",
                "Transfer-Encoding: chunked\r\n\r\n5;\r\nnothex\r\n",
                "Transfer-Encoding: chunked\r\n\r\nZZ\r\n",
                "X: a\u0000b\r\n\r\n"
            })
    void aRequestThatTwoMayUnderstandDifferentlyIsRefused(String rest) throws IOException {
        assertThat(send(LOOKUP + rest))
                .satisfiesAnyOf(
                        said -> assertThat(said).isEmpty(),
                        said -> assertThat(said).startsWith("HTTP/1.1 400"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Content-Length: 4\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
                "Content-Length: 0\r\n\r\n",
                "Transfer-Encoding: chunked\r\nTransfer-Encoding: identity\r\n\r\n0\r\n\r\n"
            })
    void whatIsSmuggledBehindARequestHasNoneOfItsRights(String end) throws IOException {
        String url = "https://smuggled.example/hook";
        String body = "{\"url\":\"%s\"}".formatted(url);

        String answer = send("POST /api/v1/webhooks HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n"
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
        assertThat(send("GET /api/v1/stories HTTP/1.1\r\nHost: x\r\nX-Long: " + "a".repeat(1 << 20) + "\r\n\r\n"))
                .satisfiesAnyOf(
                        said -> assertThat(said).isEmpty(),
                        said -> assertThat(said).startsWith("HTTP/1.1 431"));
    }

    @Test
    void whatNobodyKnowsIsNoTimeSeries() throws IOException {
        for (int i = 0; i < 20; i++) {
            send("INVENTED" + i + " /api/v1/stories" + ONE_REQUEST);
            send("GET /api/v1/invented" + i + ONE_REQUEST);
            send("GET /api/v1/stories/invented" + i + ONE_REQUEST);
            send("DELETE /api/v1/webhooks/invented" + i + ONE_REQUEST);
            send("OPTIONS /api/v1/stories/invented" + i + ONE_REQUEST);
        }

        assertThat(given().get("/q/metrics").asString())
                .contains("method=\"OTHER\"")
                .doesNotContain("INVENTED", "invented");
    }

    private static Socket open() throws IOException {
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), RestAssured.port);
        socket.setSoTimeout(PATIENCE_MILLIS);
        return socket;
    }

    /** What is answered until it is silent, or hangs up. */
    private static String send(String request) throws IOException {
        ByteArrayOutputStream answer = new ByteArrayOutputStream();
        try (Socket socket = open()) {
            socket.getOutputStream().write(request.getBytes(ISO_8859_1));
            socket.getInputStream().transferTo(answer);
        } catch (SocketTimeoutException | SocketException e) {
            // It has said what it had to say.
        }
        return answer.toString(ISO_8859_1);
    }
}
