package org.retold.e2e;

import java.time.Duration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.retold.local.stack.Part;
import org.retold.local.stack.Service;

/** Instances of dedupe-service join, leave and die while articles come in: the stories are those of a single one. */
@Tag("long")
@ExtendWith(PipelineExtension.class)
class ScaleOutTest {

    private static final long SEED = Long.getLong("retold.seed", 7);
    private static final Duration A_WHILE = Duration.ofSeconds(20);

    private final Pipeline pipeline;
    private final Passage passage;

    ScaleOutTest(Pipeline pipeline) {
        this.pipeline = pipeline;
        this.passage = new Passage(pipeline);
    }

    @Test
    void instancesComeAndGoAndTheStoriesAreThoseOfASingleOne() throws Exception {
        Part second = pipeline.join(Service.DEDUPE, Pipeline.ROOT);
        Part third = pipeline.join(Service.DEDUPE, Pipeline.ROOT);
        try (Audit audit = Audit.begin(pipeline);
                SteadyLoad load = SteadyLoad.on(pipeline, SEED)) {
            Thread.sleep(A_WHILE);
            passage.tell("three work");
            third.takeAway();
            passage.tell("one of three was killed");
            pipeline.leave(third);
            Thread.sleep(A_WHILE);
            pipeline.stack().part(Service.DEDUPE.module()).kill();
            passage.tell("one of two was killed, and comes back");
            Thread.sleep(A_WHILE);
            pipeline.leave(second);
            passage.tell("one of two left");
            load.stop();
            load.awaitAllIsGiven();

            audit.allIsWell(load.articles());
        } finally {
            pipeline.leave(third);
            pipeline.leave(second);
        }
    }
}
