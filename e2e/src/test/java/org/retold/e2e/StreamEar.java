package org.retold.e2e;

import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Listens to the stream of events as a browser does: when it ends, it comes back and says which event it heard last. */
final class StreamEar implements AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final Duration BEFORE_IT_COMES_BACK = Duration.ofMillis(200);

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final URI stream;
    private final List<String> heard = new CopyOnWriteArrayList<>();
    private final AtomicInteger connections = new AtomicInteger();
    private final Thread thread;
    private volatile @Nullable String heardLast;

    private StreamEar(String site) {
        stream = URI.create(site + "/api/v1/stories/stream");
        thread = Thread.ofPlatform().daemon().name("ear").start(this::listen);
        awaitConnections(1);
    }

    static StreamEar on(Pipeline pipeline) {
        return new StreamEar(pipeline.site());
    }

    private void listen() {
        try {
            while (true) {
                listenOnce();
                Thread.sleep(BEFORE_IT_COMES_BACK);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void listenOnce() throws InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(stream);
        String last = heardLast;
        if (last != null) {
            request.header("Last-Event-ID", last);
        }
        try {
            HttpResponse<Stream<String>> answer = http.send(request.build(), BodyHandlers.ofLines());
            try (Stream<String> lines = answer.body()) {
                if (answer.statusCode() == 200) {
                    connections.incrementAndGet();
                    lines.forEach(this::hear);
                }
            }
        } catch (IOException | UncheckedIOException e) {
            System.out.println("  the stream ended: " + e.getMessage());
        }
    }

    private void hear(String line) {
        if (line.startsWith("id: ")) {
            heardLast = line.substring("id: ".length());
        } else if (line.startsWith("data: ")) {
            try {
                heard.add(JSON.readTree(line.substring("data: ".length()))
                        .at("/event/id")
                        .asText());
            } catch (JsonProcessingException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** Ids of events, in the order in which they were heard, as often as they were. */
    List<String> heard() {
        return List.copyOf(heard);
    }

    void awaitConnections(int atLeast) {
        await("the stream is open").atMost(PATIENCE).until(() -> connections.get() >= atLeast);
    }

    void awaitHearing(Collection<String> events) {
        await("the listener hears of all that happened").atMost(PATIENCE).until(() -> heard.containsAll(events));
    }

    @Override
    public void close() {
        thread.interrupt();
        http.shutdownNow();
    }
}
