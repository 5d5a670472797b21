package org.retold.e2e;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.retold.local.stack.Part;
import org.retold.local.stack.Service;

/**
 * Instances of dedupe-service join, leave, die and hang while articles come in: the stories are those of a single one, also
 * where one that hung takes itself for one of them still.
 */
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
        List<Part> joined = new ArrayList<>();
        try (Audit audit = Audit.begin(pipeline);
                SteadyLoad load = SteadyLoad.on(pipeline, SEED)) {
            Thread.sleep(A_WHILE);
            passage.tell("one works");
            Part second = join(joined);
            passage.tell("a second one has come");
            Thread.sleep(A_WHILE);
            Part third = join(joined);
            passage.tell("a third one has come");
            Thread.sleep(A_WHILE);
            passage.tell("three work");
            Outage frozen = Outage.hangs(third);
            frozen.begin().take();
            passage.tell("one of three hangs, and others do its work");
            frozen.end().take();
            Thread.sleep(A_WHILE);
            passage.tell("it has come to, and was told that its work was taken");
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
            joined.forEach(pipeline::leave);
        }
    }

    private Part join(List<Part> joined) {
        Part part = pipeline.join(Service.DEDUPE, Pipeline.ROOT);
        joined.add(part);
        return part;
    }
}
