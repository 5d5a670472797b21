package org.retold.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.retold.local.stack.LocalStack;
import org.retold.local.stack.Service;

/** The disk of everything is full for a while, while articles come in: nothing is accepted that is lost, and it goes on. */
@Tag("long")
class FullDiskTest {

    private static final long SEED = Long.getLong("retold.seed", 7);
    private static final int MEBIBYTES = 900;
    private static final Duration A_WHILE = Duration.ofSeconds(30);
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    @Test
    void aFullDiskLosesNothingAndIsGotOverWithoutAHand() throws Exception {
        assumeTrue(SmallDisk.canBeHad(), "only root can mount a small disk");
        try (SmallDisk disk = SmallDisk.mounted(Path.of("target", "small-disk"), MEBIBYTES);
                Pipeline pipeline = new Pipeline(disk.directory().resolve("stack"), Map.of());
                Audit audit = Audit.begin(pipeline);
                SteadyLoad load = SteadyLoad.on(pipeline, SEED)) {
            Thread.sleep(A_WHILE);
            disk.fill();
            Thread.sleep(A_WHILE);
            tell(pipeline, load);
            disk.fill();
            int accepted = load.accepted();
            Thread.sleep(A_WHILE);
            tell(pipeline, load);
            assertThat(load.accepted()).as("accepted on a full disk").isEqualTo(accepted);
            assertThat(Service.values())
                    .as("services that tell of a full disk")
                    .allMatch(service -> pipeline.whyNotReady(service).isPresent());

            disk.makeRoom();
            long begun = System.nanoTime();
            await("all are ready again").atMost(PATIENCE).until(pipeline::isReady);
            System.out.printf(
                    "  there is room: all are ready after %d s%n",
                    Duration.ofNanos(System.nanoTime() - begun).toSeconds());
            load.stop();
            load.awaitAllIsGiven();

            audit.allIsWell(load.articles());
        }
    }

    private static void tell(Pipeline pipeline, SteadyLoad load) {
        System.out.printf("  the disk is full: %d were accepted so far%n", load.accepted());
        for (String part : List.of(LocalStack.KAFKA, LocalStack.POSTGRES)) {
            System.out.printf("  %s: %s%n", part, pipeline.stack().part(part).isReady() ? "ready" : "not ready");
        }
        for (Service service : Service.values()) {
            Optional<String> reason = pipeline.whyNotReady(service);
            System.out.printf("  %s: %s%n", service.module(), reason.orElse("ready"));
        }
    }
}
