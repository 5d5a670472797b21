package org.retold.local;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.retold.local.stack.Trouble;

/** The list of stories, from an API that holds three of them. */
final class StoriesTest {

    private static final String FIRST = """
            {"id":"9e107d9d372bb6826bd81d35","headline":"Shipyard\\u001b[2J sold","articleCount":4,"publisherCount":3,
             "languages":["fr","en"],"agency":"Reuters","updated":"2026-10-09T06:02:11.123Z"}""";
    private static final String OTHER = """
            {"id":"aaaa","headline":"A night train","articleCount":1,"publisherCount":1,
             "languages":["de"],"agency":null,"updated":"2026-10-09T06:00:00Z"}""";

    private final List<String> asked = new ArrayList<>();
    private final HttpServer api;

    StoriesTest() throws IOException {
        api = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    }

    @BeforeEach
    void anApi() {
        api.createContext("/api/v1/stories", exchange -> {
            String query = URLDecoder.decode(exchange.getRequestURI().getRawQuery(), UTF_8);
            asked.add(query);
            boolean refused = query.contains("sort=colour");
            String answer = refused
                    ? "{\"detail\":\"sort was not understood.\",\"parameters\":[{\"reason\":\"'colour' is none\"}]}"
                    : query.contains("cursor=")
                            ? "{\"items\":[%s],\"next\":null}".formatted(OTHER)
                            : "{\"items\":[%s,%s],\"next\":\"c 1\"}".formatted(FIRST, OTHER);
            try (exchange) {
                exchange.sendResponseHeaders(refused ? 400 : 200, 0);
                exchange.getResponseBody().write(answer.getBytes(UTF_8));
            }
        });
        api.start();
    }

    @AfterEach
    void stop() {
        api.stop(0);
    }

    @Test
    void storiesStandInColumnsUnderTheirNames() {
        List<String> lines = stories("--limit", "2");

        assertThat(lines)
                .containsExactly(
                        "updated               story                     articles  publishers  languages       agency          headline",
                        "2026-10-09 06:02:11   9e107d9d372bb6826bd81d35         4           3  fr en           Reuters         Shipyard [2J sold",
                        "2026-10-09 06:00:00   aaaa                             1           1  de              -               A night train");
    }

    @Test
    void filtersAreThoseOfTheApi() {
        stories("--agency", "Agence & Co", "--language", "fr", "--min-articles", "2", "--search", "night train");

        assertThat(asked.getFirst().split("&(?! )", -1))
                .contains("agency=Agence & Co", "language=fr", "minArticles=2", "q=night train", "limit=50");
    }

    @Test
    void theListGoesOnOverPagesUpToTheLimit() {
        assertThat(stories("--json", "--limit", "3"))
                .hasSize(3)
                .allSatisfy(line -> assertThat(line).startsWith("{\"id\":"));
        assertThat(asked).hasSize(2).last().asString().contains("cursor=c 1", "limit=1");
    }

    @Test
    void whatTheApiDoesNotUnderstandIsSaidInItsWords() {
        assertThatThrownBy(() -> stories("--sort", "colour"))
                .isInstanceOf(Trouble.class)
                .hasMessageEndingWith("says: sort was not understood. ('colour' is none)");
    }

    private List<String> stories(String... arguments) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        String address = "127.0.0.1:" + api.getAddress().getPort();
        Arguments all = Arguments.parsed(
                Stream.concat(Arrays.stream(arguments), Stream.of("--api", address))
                        .toList(),
                Stories.OPTIONS,
                Stories.FLAGS);
        Stories.of(all, new PrintStream(out, true, UTF_8)).run();
        return out.toString(UTF_8).lines().toList();
    }
}
