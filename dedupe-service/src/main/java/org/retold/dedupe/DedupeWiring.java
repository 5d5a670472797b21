package org.retold.dedupe;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.List;
import org.apache.kafka.streams.Topology;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;
import org.retold.contract.Topics;
import org.retold.dedupe.kafka.Meters;
import org.retold.dedupe.kafka.Shards;
import org.retold.dedupe.kafka.Stores;
import org.retold.dedupe.kafka.StreamsProperties;
import org.retold.dedupe.kafka.StreamsRunner;
import org.retold.dedupe.kafka.TopicCreation;
import org.retold.dedupe.verify.Verifier;
import org.retold.dedupe.view.Views;

/** Puts the parts together. */
@ApplicationScoped
class DedupeWiring {

    @Produces
    @Singleton
    Topology topology(DedupeSettings settings, MeterRegistry registry) {
        return new DedupeTopology(
                        Views.shipped(),
                        Verifier.shipped(),
                        new Shards(settings.shards()),
                        settings.memory(),
                        new Stores(Stores.Place.ON_DISK),
                        new Meters(registry))
                .build();
    }

    @Produces
    @Singleton
    StreamsRunner runner(DedupeSettings settings, Topology topology) {
        TopicCreation topics = new TopicCreation(
                settings.kafka(),
                settings.replicationFactor(),
                List.of(
                        Topics.STORIES,
                        Topics.STORY_EVENTS,
                        Topics.EVIDENCE,
                        Topics.LOOKUP_ANSWERS,
                        Topics.REJECTIONS,
                        // These two are written by others, who may come later than we.
                        Topics.CORRECTIONS,
                        Topics.LOOKUPS),
                List.of(Topics.ARTICLES));
        StreamsProperties properties = new StreamsProperties(
                settings.kafka(),
                settings.state(),
                settings.replicationFactor(),
                settings.threads(),
                settings.standbys(),
                settings.commitInterval());
        return new StreamsRunner(topology, properties.asProperties(), topics);
    }

    @Produces
    @Readiness
    @Singleton
    HealthCheck ready(StreamsRunner runner) {
        return () -> HealthCheckResponse.named("stories are written")
                .status(runner.isRunning())
                .withData("state", runner.state())
                .build();
    }

    void start(@Observes StartupEvent event, StreamsRunner runner) {
        runner.start();
    }

    void stop(@Observes ShutdownEvent event, StreamsRunner runner) {
        runner.close();
    }
}
