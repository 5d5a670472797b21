package org.retold.e2e;

import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.retold.local.stack.Service;

/** Instances of dedupe-service join, leave and die while articles come in: the stories are those of a single one. */
@Tag("long")
@ExtendWith(PipelineExtension.class)
class ScaleOutTest {

    private static final long SEED = Long.getLong("retold.seed", 7);
    private static final Duration A_WHILE = Duration.ofSeconds(20);
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final Pipeline pipeline;
    private final InventedNews news = new InventedNews(System.nanoTime());

    ScaleOutTest(Pipeline pipeline) {
        this.pipeline = pipeline;
    }

    @Test
    void instancesComeAndGoAndTheStoriesAreThoseOfASingleOne() throws Exception {
        try (Audit audit = Audit.begin(pipeline);
                SteadyLoad load = SteadyLoad.on(pipeline, SEED);
                AnotherDedupe second = AnotherDedupe.beside(pipeline);
                AnotherDedupe third = AnotherDedupe.beside(pipeline)) {
            Thread.sleep(A_WHILE);
            tell("three work");
            third.kill();
            tell("one of three was killed");
            Thread.sleep(A_WHILE);
            pipeline.stack().part(Service.DEDUPE.module()).kill();
            tell("one of two was killed, and comes back");
            Thread.sleep(A_WHILE);
            second.leave();
            tell("one of two left");
            load.stop();
            load.awaitAllIsGiven();

            audit.allIsWell(load.articles());
        }
    }

    /** How long an article takes from now to its story: until whoever is gone is replaced. */
    private void tell(String what) throws Exception {
        long begun = System.nanoTime();
        String url = "https://scale.example/" + begun;
        pipeline.push(List.of(new ObjectMapper()
                .writeValueAsString(Map.of(
                        "url", url, "title", news.headline(), "text", news.report(), "publisher", "The Scale"))));
        await(what)
                .atMost(PATIENCE)
                .ignoreExceptions()
                .until(() -> !pipeline.articleAt(url).get("storyId").isNull());
        System.out.printf(
                "  %s: an article takes %d ms to its story%n",
                what, Duration.ofNanos(System.nanoTime() - begun).toMillis());
    }
}
