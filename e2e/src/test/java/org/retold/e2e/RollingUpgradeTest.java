package org.retold.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.retold.local.stack.Part;
import org.retold.local.stack.Service;

/**
 * Each service of an earlier version is replaced by one of this version, which first works beside it, while articles come
 * in and stories are read: nothing is refused, lost or doubled. {@code -Dretold.earlier=DIRECTORY} is a checkout of the
 * earlier version in which {@code ./retold build} was run.
 */
@Tag("long")
class RollingUpgradeTest {

    private static final long SEED = Long.getLong("retold.seed", 7);
    private static final String EARLIER = System.getProperty("retold.earlier", "");
    private static final Duration A_WHILE = Duration.ofSeconds(15);

    /** Who reads a topic comes before who writes it. */
    private static final List<Service> ORDER = List.of(Service.API, Service.DEDUPE, Service.NORMALIZE, Service.INGEST);

    @Test
    void anEarlierVersionIsReplacedWhileItWorks() throws Exception {
        assumeTrue(!EARLIER.isEmpty(), "no earlier version is given: -Dretold.earlier=DIRECTORY");
        try (Pipeline pipeline = new Pipeline(Path.of(EARLIER), Path.of("target", "upgrade"), Map.of());
                Audit audit = Audit.begin(pipeline);
                SteadyLoad load = SteadyLoad.on(pipeline, SEED);
                SteadyReader reader = SteadyReader.of(pipeline)) {
            Passage passage = new Passage(pipeline);
            Thread.sleep(A_WHILE);
            passage.tell("all are of the earlier version");
            for (Service service : ORDER) {
                Part earlier = pipeline.stack().part(service.module());
                pipeline.join(service, Pipeline.ROOT);
                passage.tell(service.module() + " of this version has come");
                Thread.sleep(A_WHILE);
                passage.tell(service.module() + " of both versions works");
                pipeline.leave(earlier);
                passage.tell(service.module() + " of the earlier version has left");
                Thread.sleep(A_WHILE);
            }
            load.stop();
            load.awaitAllIsGiven();

            audit.allIsWell(load.articles());
            System.out.printf(
                    "  %d pushes accepted, %d refused; %d answers of the API, %d failed%n",
                    load.accepted(), load.refusals(), reader.answers(), reader.failures());
            assertThat(load.refusals()).as("pushes that were refused").isZero();
            assertThat(reader.failures()).as("calls of the API that failed").isZero();
        }
    }
}
