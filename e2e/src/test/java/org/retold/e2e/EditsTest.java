package org.retold.e2e;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What a publisher changes afterwards is a revision of the article that is there, wherever it stands then. */
@ExtendWith(PipelineExtension.class)
class EditsTest {

    private static final String TEXT =
            "The night ferry between Halvorsund and the outer skerries will not sail this winter,"
                    + " the island council said on Friday, because its only engineer has gone to sea with the herring fleet.";
    private static final String MORE =
            "The mail will be rowed across twice a week, as it was until 1911, and nobody is to"
                    + " pay more for a stamp than on the mainland.";

    private final Map<String, String> documents = new ConcurrentHashMap<>();
    private final String now = DateTimeFormatter.RFC_1123_DATE_TIME.format(ZonedDateTime.now(ZoneOffset.UTC));
    private final Pipeline pipeline;
    private final HttpServer server;

    EditsTest(Pipeline pipeline) throws IOException {
        this.pipeline = pipeline;
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    }

    @BeforeEach
    void open() {
        server.createContext("/", this::answer);
        server.start();
    }

    @AfterEach
    void close() {
        server.stop(0);
    }

    @Test
    void aTitleThatTakesItsAddressAlongIsOneArticleWithTwoRevisions() throws Exception {
        documents.put("/ferry", page("/ferry", TEXT + " " + MORE));
        documents.put("/feed", feed("/ferry", "Night ferry stays in port"));
        pipeline.addFeed(url("/feed"));
        until("the article", () -> pipeline.articleAt(url("/ferry")) != null);
        String id = pipeline.articleAt(url("/ferry")).get("id").asText();

        documents.put("/no-engineer", page("/no-engineer", TEXT + " " + MORE));
        documents.put("/feed", feed("/no-engineer", "No engineer, no night ferry"));
        until("the revision", () -> pipeline.articleAt(url("/no-engineer")) != null);

        JsonNode revision = pipeline.articleAt(url("/no-engineer"));
        assertThat(revision.get("id").asText()).isEqualTo(id);
        assertThat(revision.get("title").asText()).isEqualTo("No engineer, no night ferry");
        until(
                "its story under the new address",
                () -> pipeline.storiesByArticle().containsKey(url("/no-engineer")));
        assertThat(pipeline.storiesByArticle()).as("the article came once").doesNotContainKey(url("/ferry"));
    }

    @Test
    void anEditThatOnlyThePageShowsIsSeen() throws Exception {
        documents.put("/mail", page("/mail", TEXT + " " + TEXT));
        documents.put("/feed", feed("/mail", "The mail waits"));
        pipeline.addFeed(url("/feed"));
        until("the article", () -> pipeline.articleAt(url("/mail")) != null);

        documents.put("/mail", page("/mail", TEXT + " " + TEXT + "</p><p>" + MORE));

        until("the edit", () -> pipeline.articleAt(url("/mail")).toString().contains("rowed across"));
    }

    private void until(String what, Callable<Boolean> seen) {
        await(what).atMost(Duration.ofSeconds(90)).ignoreExceptions().until(seen);
    }

    private String url(String path) {
        return "http://127.0.0.1:" + server.getAddress().getPort() + path;
    }

    private static String page(String canonical, String text) {
        return "<html><head><title>t</title><link rel=canonical href='%s'></head><body><article><p>%s</p></article></body></html>"
                .formatted(canonical, text);
    }

    private String feed(String link, String title) {
        return """
                <rss version="2.0"><channel><title>The Skerry Post</title><item><title>%s</title><link>%s</link>
                <guid isPermaLink="false">post-7</guid><pubDate>%s</pubDate><description>Short.</description>
                </item></channel></rss>
                """.formatted(title, link, now);
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            String document = documents.get(exchange.getRequestURI().getPath());
            byte[] body = document == null ? new byte[0] : document.getBytes(UTF_8);
            String type = exchange.getRequestURI().getPath().equals("/feed") ? "application/rss+xml" : "text/html";
            exchange.getResponseHeaders().set("Content-Type", type);
            exchange.sendResponseHeaders(document == null ? 404 : 200, body.length == 0 ? -1 : body.length);
            exchange.getResponseBody().write(body);
        }
    }
}
