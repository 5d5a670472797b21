package org.retold.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.time.Duration;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.retold.local.stack.LocalStack;
import org.retold.local.stack.Part;
import org.retold.local.stack.Service;

/**
 * Kafka or PostgreSQL does not answer for a while, while articles come in: whoever needs it says so, accepts nothing that
 * it could lose, keeps within its memory, and goes on by itself afterwards.
 */
@ExtendWith(PipelineExtension.class)
class OutageTest {

    private static final long SEED = Long.getLong("retold.seed", 7);
    private static final Duration A_MOMENT = Duration.ofSeconds(15);
    private static final Duration A_WHILE = Duration.ofMinutes(2);
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final Duration TOLD_WITHIN = Duration.ofMinutes(1);
    private static final Duration A_SECOND = Duration.ofSeconds(1);

    /** More than a service of this size ever needs: 128 MiB of heap, its code, its threads, RocksDB. */
    static final long MOST_BYTES = 700L * 1024 * 1024;

    private final Pipeline pipeline;
    private final Part kafka;
    private final Part postgres;

    OutageTest(Pipeline pipeline) {
        this.pipeline = pipeline;
        this.kafka = pipeline.stack().part(LocalStack.KAFKA);
        this.postgres = pipeline.stack().part(LocalStack.POSTGRES);
    }

    @Test
    void whatIsAwayForAMomentIsWaitedFor() throws Exception {
        goThrough(A_MOMENT, List.of(Outage.away(kafka), Outage.away(postgres)));
    }

    @Test
    @Tag("long")
    void whatIsAwayForTwoMinutesIsWaitedFor() throws Exception {
        goThrough(A_WHILE, List.of(Outage.away(kafka), Outage.away(postgres)));
    }

    @Test
    @Tag("long")
    void whatHangsForTwoMinutesIsWaitedFor() throws Exception {
        goThrough(A_WHILE, List.of(Outage.hangs(kafka), Outage.hangs(postgres)));
    }

    @Test
    @Tag("long")
    void whatCannotBeReachedForTwoMinutesIsWaitedFor() throws Exception {
        assumeTrue(Outage.canDropPackets(), "iptables does not let us drop packets here");
        goThrough(A_WHILE, List.of(Outage.unreachable(kafka), Outage.unreachable(postgres)));
    }

    private void goThrough(Duration time, List<Outage> outages) throws Exception {
        try (Audit audit = Audit.begin(pipeline);
                SteadyLoad load = SteadyLoad.on(pipeline, SEED)) {
            for (Outage outage : outages) {
                goThrough(time, outage, load);
            }
            load.stop();
            load.awaitAllIsGiven();

            audit.allIsWell(load.articles());
        }
    }

    private void goThrough(Duration time, Outage outage, SteadyLoad load) throws Exception {
        await(outage + ": all are ready before")
                .atMost(PATIENCE)
                .until(() -> notReady().isEmpty());
        long begun = System.nanoTime();
        long memory = 0;
        outage.begin().take();
        try {
            awaitTelling(outage);
            tell(outage, "is told after %d s".formatted(secondsSince(begun)));
            int accepted = load.accepted();
            awaitMetrics(outage, outage.touches());
            do {
                memory = Math.max(memory, largestService());
                Thread.sleep(A_SECOND);
            } while (secondsSince(begun) < time.toSeconds());
            notReady().forEach((service, reason) -> tell(outage, service.module() + ": " + reason));
            assertThat(notReady().keySet()).as("not ready").isEqualTo(outage.touches());
            if (outage.touches().equals(Set.of(Service.values()))) {
                assertThat(load.accepted()).as("accepted while %s", outage).isEqualTo(accepted);
            } else {
                assertThat(load.accepted())
                        .as("accepted while %s: a push needs Kafka alone", outage)
                        .isGreaterThan(accepted);
            }
        } finally {
            outage.end().take();
        }
        long ended = System.nanoTime();
        await(outage + ": all are ready again")
                .atMost(PATIENCE)
                .until(() -> notReady().isEmpty());
        awaitMetrics(outage, Set.of());
        tell(
                outage,
                "all are ready %d s after its end, the largest service held %d MiB"
                        .formatted(secondsSince(ended), memory / 1024 / 1024));
        assertThat(memory).isLessThan(MOST_BYTES);
    }

    /** Each is asked by itself: some need seconds to find out. */
    private void awaitTelling(Outage outage) {
        CompletableFuture.allOf(outage.touches().stream()
                        .map(service -> CompletableFuture.runAsync(
                                () -> await(outage + ": " + service.module() + " is not ready")
                                        .atMost(TOLD_WITHIN)
                                        .until(() ->
                                                pipeline.whyNotReady(service).isPresent()),
                                Thread::startVirtualThread))
                        .toArray(CompletableFuture[]::new))
                .join();
    }

    /** What alerts go by says the same. */
    private void awaitMetrics(Outage outage, Set<Service> notReady) {
        await(outage + ": metrics say that these are not ready: " + notReady)
                .atMost(TOLD_WITHIN)
                .untilAsserted(() -> assertThat(Service.values())
                        .allSatisfy(service -> assertThat(pipeline.metrics(service))
                                .contains(
                                        notReady.contains(service) ? "\nretold_ready 0.0\n" : "\nretold_ready 1.0\n")));
    }

    /** For each service that is not ready, the reason that it gives; some need seconds to find out. */
    private Map<Service, String> notReady() {
        Map<Service, String> reasons = Collections.synchronizedMap(new EnumMap<>(Service.class));
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Service service : Service.values()) {
                threads.execute(() -> pipeline.whyNotReady(service).ifPresent(reason -> reasons.put(service, reason)));
            }
        }
        return reasons;
    }

    private long largestService() {
        return List.of(Service.values()).stream()
                .mapToLong(service -> pipeline.stack().part(service.module()).residentBytes())
                .max()
                .orElse(0);
    }

    private static long secondsSince(long nanos) {
        return Duration.ofNanos(System.nanoTime() - nanos).toSeconds();
    }

    private static void tell(Outage outage, String what) {
        System.out.printf("  %s: %s%n", outage, what);
    }
}
