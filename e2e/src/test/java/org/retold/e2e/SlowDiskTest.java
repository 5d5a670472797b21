package org.retold.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.retold.local.stack.LocalStack;
import org.retold.local.stack.Part;
import org.retold.local.stack.Service;

/** The disk of everything is slow for a while, while articles come in: they come in slower, and nothing else happens. */
@Tag("long")
class SlowDiskTest {

    private static final long SEED = Long.getLong("retold.seed", 7);
    private static final int MEBIBYTES = 2000;
    private static final int WRITES_A_SECOND = 20;
    private static final Duration BEFORE = Duration.ofSeconds(30);
    private static final Duration A_WHILE = Duration.ofMinutes(2);
    private static final Duration A_SECOND = Duration.ofSeconds(1);
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    @Test
    void aSlowDiskLosesNothingAndIsGotOverWithoutAHand() throws Exception {
        assumeTrue(
                SlowDisk.canBeHad(), "only root, with loop devices and version 1 of control groups, has a slow disk");
        try (SlowDisk disk = SlowDisk.mounted(Path.of("target", "slow-disk"), MEBIBYTES);
                Pipeline pipeline = new Pipeline(disk.directory().resolve("stack"), Map.of());
                Audit audit = Audit.begin(pipeline);
                SteadyLoad load = SteadyLoad.on(pipeline, SEED)) {
            Passage passage = new Passage(pipeline);
            Thread.sleep(BEFORE);
            int before = load.accepted();
            tell("as fast as the disk is: %d accepted in %s".formatted(before, BEFORE));
            passage.tell("as fast as the disk is");

            disk.writeSlowly(WRITES_A_SECOND);
            try {
                int accepted = load.accepted();
                long memory = goThrough(A_WHILE, pipeline);
                tell("%d writes a second: %d accepted in %s"
                        .formatted(WRITES_A_SECOND, load.accepted() - accepted, A_WHILE));
                tell("the largest service held %d MiB".formatted(memory / 1024 / 1024));
                assertThat(memory).isLessThan(OutageTest.MOST_BYTES);
            } finally {
                disk.writeAsFastAsItCan();
            }
            long begun = System.nanoTime();
            await("all are ready again").atMost(PATIENCE).until(pipeline::isReady);
            tell("all are ready after %s".formatted(Duration.ofNanos(System.nanoTime() - begun)));
            passage.tell("as fast as before");
            load.stop();
            load.awaitAllIsGiven();

            audit.allIsWell(load.articles());
        }
    }

    /** @return bytes that the largest service held at most */
    private static long goThrough(Duration time, Pipeline pipeline) throws InterruptedException {
        List<Part> services = Stream.of(Service.values())
                .map(service -> pipeline.stack().part(service.module()))
                .toList();
        long end = System.nanoTime() + time.toNanos();
        long memory = 0;
        while (System.nanoTime() < end) {
            for (Part service : services) {
                memory = Math.max(memory, service.residentBytes());
            }
            Thread.sleep(A_SECOND);
        }
        Stream.of(LocalStack.KAFKA, LocalStack.POSTGRES)
                .forEach(part -> tell(
                        "%s: %s".formatted(part, pipeline.stack().part(part).isReady() ? "ready" : "not ready")));
        for (Service service : Service.values()) {
            tell("%s: %s"
                    .formatted(service.module(), pipeline.whyNotReady(service).orElse("ready")));
        }
        return memory;
    }

    private static void tell(String what) {
        System.out.println("  " + what);
    }
}
