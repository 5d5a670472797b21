package org.retold.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.retold.contract.StoryEvent;
import org.retold.contract.Topics;
import org.retold.local.stack.Part;
import org.retold.local.stack.Service;
import org.retold.teststack.TopicProbe;

/** Whoever listens to the stream hears each event once, in order, whatever becomes of the service meanwhile. */
@ExtendWith(PipelineExtension.class)
class StreamRestartTest {

    private final Pipeline pipeline;
    private final Part api;
    private final InventedNews news = new InventedNews(41);

    StreamRestartTest(Pipeline pipeline) {
        this.pipeline = pipeline;
        this.api = pipeline.stack().part(Service.API.module());
    }

    @Test
    void whoListensGoesOnWhereItWasWhenTheServiceIsBack() throws Exception {
        try (TopicProbe<String, StoryEvent> events =
                        TopicProbe.on(pipeline.stack().kafka(), Topics.STORY_EVENTS);
                StreamEar ear = StreamEar.on(pipeline)) {
            publish("before", 2);
            ear.awaitHearing(ids(events, 2));

            api.takeAway();
            try {
                publish("away", 3);
                ids(events, 5);
            } finally {
                api.bringBack();
            }
            ear.awaitConnections(2);
            publish("back", 2);
            ear.awaitHearing(ids(events, 7));

            List<String> told = ids(events, 7);
            List<String> heard = ear.heard();
            // What others still told when it began is left out.
            assertThat(heard)
                    .hasSizeGreaterThanOrEqualTo(7)
                    .isEqualTo(told.subList(told.indexOf(heard.getFirst()), told.size()));
        }
    }

    /** At least so many events, in their order. */
    private static List<String> ids(TopicProbe<String, StoryEvent> events, int atLeast) {
        return events.await(atLeast).stream()
                .map(event -> Objects.requireNonNull(event.value()).id())
                .toList();
    }

    /** Each is a story of its own. */
    private void publish(String name, int articles) throws IOException {
        for (int i = 0; i < articles; i++) {
            String line = new ObjectMapper()
                    .writeValueAsString(Map.of(
                            "url", "https://%s-%d.listened.example/news".formatted(name, i),
                            "title", news.headline(),
                            "text", news.report(),
                            "publisher", "The %s %d".formatted(name, i)));
            assertThat(pipeline.push(List.of(line)).get("accepted").asInt()).isEqualTo(1);
        }
    }
}
