package org.retold.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.retold.local.stack.Service;

/** What a collector is told of one article. */
@ExtendWith(PipelineExtension.class)
class TracesTest {

    private static final String TRACE = "0af7651916cd43dd8448eb211c80319c";
    private static final String UNWANTED = "5bd9a1c4f0e24d0bb3f6a7e1c2d3f405";

    private final Pipeline pipeline;

    TracesTest(Pipeline pipeline) {
        this.pipeline = pipeline;
    }

    @Test
    void aPushIsOneTraceFromWhoeverPushedToWhatReadersSee() throws Exception {
        push("unasked", Optional.empty());
        push("unwanted", Optional.of("00-%s-b7ad6b7169203331-00".formatted(UNWANTED)));
        push("comet", Optional.of("00-%s-b7ad6b7169203331-01".formatted(TRACE)));

        Collector collector = pipeline.collector;
        await().atMost(Duration.ofSeconds(60)).untilAsserted(() -> {
            assertThat(collector.has("ingest-service", "send", TRACE)).isTrue();
            assertThat(collector.has("normalize-service", "normalize", TRACE)).isTrue();
            assertThat(collector.has("dedupe-service", "decide", TRACE)).isTrue();
            assertThat(collector.has("api-service", "show", TRACE)).isTrue();
        });
        assertThat(collector.knows("tracer.example/comet")).isTrue();
        assertThat(collector.knows("tracer.example/unasked"))
                .as("of a ratio of 0")
                .isFalse();
        assertThat(collector.knows("tracer.example/unwanted")).isFalse();
        assertThat(collector.knows("stopped to look")).isFalse();
        assertThat(collector.knows(pipeline.stack().operatorToken())).isFalse();
    }

    /** @param trace that the pusher is at */
    private void push(String path, Optional<String> trace) throws Exception {
        URI items = pipeline.stack().client(Service.INGEST).base().resolve("/api/v1/items");
        String article = """
                {"url": "https://tracer.example/%s", "title": "Comet seen over the tin mines", \
                "text": "The comet stood over the tin mines of Carrow for an hour, and the night shift stopped to look."}""".formatted(path);
        HttpRequest.Builder push = HttpRequest.newBuilder(items)
                .header("Authorization", "Bearer " + pipeline.stack().operatorToken())
                .header("Content-Type", "application/x-ndjson")
                .POST(BodyPublishers.ofString(article + "\n"));
        trace.ifPresent(parent -> push.header("traceparent", parent));
        try (HttpClient client = HttpClient.newHttpClient()) {
            assertThat(client.send(push.build(), BodyHandlers.discarding()).statusCode())
                    .isEqualTo(202);
        }
    }
}
