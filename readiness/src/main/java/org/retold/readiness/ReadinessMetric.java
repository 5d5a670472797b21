package org.retold.readiness;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.arc.Arc;
import io.quarkus.arc.ManagedContext;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.health.SmallRyeHealthReporter;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import org.jboss.logging.Logger;

/**
 * {@code retold_ready}: 1 where {@code /q/health/ready} says that the service can work, otherwise 0. It is asked in between,
 * because an answer may take longer than whoever reads metrics waits.
 */
@Singleton
class ReadinessMetric {

    private static final Logger LOG = Logger.getLogger(ReadinessMetric.class);
    private static final Duration BETWEEN_QUESTIONS = Duration.ofSeconds(10);

    private final SmallRyeHealthReporter health;
    private final Pulse pulse;
    private final Thread asking = Thread.ofPlatform().name("readiness").daemon().unstarted(this::askUntilTheEnd);
    private volatile boolean over;

    ReadinessMetric(SmallRyeHealthReporter health, MeterRegistry registry) {
        this.health = health;
        this.pulse = new Pulse(this::isReady, System::nanoTime);
        Gauge.builder("retold.ready", () -> pulse.isThere() ? 1 : 0)
                .description("1 where the service can work, as /q/health/ready says; otherwise 0")
                .register(registry);
    }

    void start(@Observes StartupEvent started) {
        asking.start();
    }

    void stop(@Observes ShutdownEvent stopping) {
        over = true;
        asking.interrupt();
    }

    private void askUntilTheEnd() {
        try {
            while (!over) {
                pulse.ask();
                Thread.sleep(BETWEEN_QUESTIONS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean isReady() {
        try {
            ManagedContext request = Arc.container().requestContext();
            request.activate();
            try {
                return !health.getReadiness().isDown();
            } finally {
                request.terminate();
            }
        } catch (RuntimeException e) {
            // Also where the service ends meanwhile.
            LOG.debugf(e, "readiness is not known");
            return false;
        }
    }
}
