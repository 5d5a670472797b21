package org.retold.benchmarks.load;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.stream.Stream;
import org.retold.contract.Json;

/** Hears from the API's stream of events which articles are in a story; what it missed it hears when it is back. */
final class Listener implements AutoCloseable {

    private static final String ID = "id: ";
    private static final String DATA = "data: ";

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final URI stream;
    private final Journeys journeys;
    private final Thread thread;
    private volatile boolean closed;
    private String lastHeard = "0";

    Listener(URI api, Journeys journeys) {
        this.stream = api.resolve("api/v1/stories/stream");
        this.journeys = journeys;
        this.thread = Thread.ofPlatform().daemon().name("listener").unstarted(this::listen);
    }

    void start() {
        thread.start();
    }

    private void listen() {
        while (!closed) {
            try {
                HttpResponse<Stream<String>> answer = http.send(
                        HttpRequest.newBuilder(stream)
                                .header("Last-Event-ID", lastHeard)
                                .build(),
                        BodyHandlers.ofLines());
                try (Stream<String> lines = answer.body()) {
                    lines.forEach(this::hear);
                }
            } catch (IOException | UncheckedIOException e) {
                if (!closed) {
                    System.out.println("the stream ended: " + e.getMessage());
                }
            } catch (InterruptedException e) {
                return;
            }
        }
    }

    private void hear(String line) {
        if (line.startsWith(ID)) {
            lastHeard = line.substring(ID.length());
        } else if (line.startsWith(DATA)) {
            long now = System.nanoTime();
            try {
                JsonNode event =
                        Json.MAPPER.readTree(line.substring(DATA.length())).path("event");
                if (event.hasNonNull("articleId")) {
                    journeys.told(event.get("articleId").asText(), now);
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    @Override
    public void close() {
        closed = true;
        thread.interrupt();
        http.shutdownNow();
    }
}
