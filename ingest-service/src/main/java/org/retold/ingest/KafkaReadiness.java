package org.retold.ingest;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;
import org.retold.ingest.kafka.OwnTopics;

/** Ready when Kafka answers and the topics are there; PostgreSQL has a check of its own. */
@ApplicationScoped
@Readiness
class KafkaReadiness implements HealthCheck {

    private static final int PATIENCE_SECONDS = 3;

    private final Admin kafka;
    private final OwnTopics topics;

    KafkaReadiness(Admin kafka, OwnTopics topics) {
        this.kafka = kafka;
        this.topics = topics;
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("kafka")
                .status(topics.areThere() && answers())
                .withData("topics", topics.areThere() ? "there" : "not yet created")
                .build();
    }

    private boolean answers() {
        try {
            return !kafka.describeCluster()
                    .nodes()
                    .get(PATIENCE_SECONDS, TimeUnit.SECONDS)
                    .isEmpty();
        } catch (ExecutionException | TimeoutException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
