package org.retold.e2e;

import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** How long an article takes from its push to its story, as the API shows it. */
final class Passage {

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final Pipeline pipeline;
    private final InventedNews news = new InventedNews(System.nanoTime());

    Passage(Pipeline pipeline) {
        this.pipeline = pipeline;
    }

    /** Pushes an article now, waits for its story, and says how long that took. */
    void tell(String what) throws Exception {
        long begun = System.nanoTime();
        String url = "https://passage.example/" + begun;
        pipeline.push(List.of(new ObjectMapper()
                .writeValueAsString(Map.of(
                        "url", url, "title", news.headline(), "text", news.report(), "publisher", "The Passage"))));
        await(what)
                .atMost(PATIENCE)
                .ignoreExceptions()
                .until(() -> !pipeline.articleAt(url).get("storyId").isNull());
        System.out.printf(
                "  %s: an article takes %d ms to its story%n",
                what, Duration.ofNanos(System.nanoTime() - begun).toMillis());
    }
}
