package org.retold.e2e;

import java.time.Duration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.retold.e2e.Deaths.Death;

/**
 * Services, Kafka and PostgreSQL are killed at random, as {@code kill -9} does, while articles come in: nothing is lost,
 * nothing is doubled, the stories are those that nobody disturbed, and a webhook is told of all of it. {@code -Dretold.seed=N} kills in another order.
 */
@ExtendWith(PipelineExtension.class)
class KillTest {

    private static final long SEED = Long.getLong("retold.seed", 7);

    private final Pipeline pipeline;

    KillTest(Pipeline pipeline) {
        this.pipeline = pipeline;
    }

    @Test
    void whateverIsKilledNothingIsLostAndNothingIsDoubled() throws Exception {
        killFor(Duration.ofSeconds(90));
    }

    @Test
    @Tag("long")
    void inTenMinutesOfKillingNothingIsLostAndNothingIsDoubled() throws Exception {
        killFor(Duration.ofMinutes(10));
    }

    private void killFor(Duration time) throws Exception {
        Deaths deaths = Deaths.within(time, SEED);
        System.out.printf("  seed %d: %s%n", SEED, deaths);
        try (Audit audit = Audit.begin(pipeline);
                WebhookEar ear = WebhookEar.on(pipeline);
                SteadyLoad load = SteadyLoad.on(pipeline, SEED)) {
            long begun = System.nanoTime();
            for (Death death : deaths.all()) {
                sleepUntil(begun, death.after());
                pipeline.stack().part(death.part()).kill();
            }
            sleepUntil(begun, time);
            load.stop();
            load.awaitAllIsGiven();

            audit.allIsWell(load.articles());
            ear.awaitHearing(audit.eventIds());
            System.out.printf(
                    "  %d killed, %d articles, %d pushes tried again%n",
                    deaths.all().size(), load.articles().size(), load.refusals());
        }
    }

    private static void sleepUntil(long begun, Duration after) throws InterruptedException {
        Thread.sleep(after.minusNanos(System.nanoTime() - begun));
    }
}
