package org.retold.e2e;

import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Collection;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Has everything told that happens to stories, and remembers which events it heard of. */
final class WebhookEar implements AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private final Pipeline pipeline;
    private final HttpServer server;
    private final String webhook;
    private final Set<String> heard = ConcurrentHashMap.newKeySet();

    private WebhookEar(Pipeline pipeline) throws IOException {
        this.pipeline = pipeline;
        this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            JsonNode said = JSON.readTree(exchange.getRequestBody());
            heard.add(said.at("/data/event/id").asText());
            exchange.sendResponseHeaders(204, -1);
            exchange.close();
        });
        server.start();
        this.webhook = pipeline.addWebhook(
                "http://127.0.0.1:%d/".formatted(server.getAddress().getPort()));
    }

    static WebhookEar on(Pipeline pipeline) throws IOException {
        return new WebhookEar(pipeline);
    }

    void awaitHearing(Collection<String> events) {
        await("the webhook is told of all that happened").atMost(PATIENCE).until(() -> heard.containsAll(events));
    }

    @Override
    public void close() throws IOException {
        pipeline.removeWebhook(webhook);
        server.stop(0);
    }
}
