package org.retold.dedupe;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import org.apache.kafka.streams.Topology;
import org.eclipse.microprofile.config.ConfigProvider;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;
import org.jboss.logging.Logger;
import org.retold.access.Brokers;
import org.retold.access.SetBackClock;
import org.retold.access.Settings;
import org.retold.contract.Topics;
import org.retold.dedupe.kafka.Meters;
import org.retold.dedupe.kafka.Naming;
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

    private static final Logger LOG = Logger.getLogger(DedupeWiring.class);

    @Produces
    @Singleton
    Topology topology(DedupeSettings settings, MeterRegistry registry) {
        return new DedupeTopology(
                        Views.shipped(),
                        verifier(settings),
                        new Shards(settings.shards()),
                        settings.memory(),
                        new Stores(Stores.Place.ON_DISK),
                        new Meters(registry),
                        naming(settings))
                .build();
    }

    @Produces
    @Singleton
    StreamsRunner runner(DedupeSettings settings, Topology topology) {
        Naming naming = naming(settings);
        Brokers brokers = Brokers.of(
                settings.kafka(),
                new Settings(name -> ConfigProvider.getConfig().getOptionalValue(name, String.class)));
        TopicCreation topics = new TopicCreation(
                brokers,
                settings.replicationFactor(),
                naming.applicationId(),
                List.of(
                        naming.of(Topics.STORIES),
                        naming.of(Topics.STORY_EVENTS),
                        naming.of(Topics.EVIDENCE),
                        naming.of(Topics.LOOKUP_ANSWERS),
                        naming.of(Topics.REJECTIONS),
                        // These two are written by others, who may come later than we.
                        Topics.CORRECTIONS,
                        Topics.LOOKUPS),
                List.of(Topics.ARTICLES));
        StreamsProperties properties = new StreamsProperties(
                naming,
                brokers,
                settings.state(),
                settings.replicationFactor(),
                settings.threads(),
                settings.standbys(),
                settings.commitInterval());
        return new StreamsRunner(topology, properties.asProperties(), topics);
    }

    private static Naming naming(DedupeSettings settings) {
        return settings.shadow().<Naming>map(Naming.Shadow::new).orElseGet(Naming.Live::new);
    }

    private static Verifier verifier(DedupeSettings settings) {
        try {
            return settings.model().map(ModelFile::read).map(Verifier::of).orElseGet(Verifier::shipped);
        } catch (IllegalArgumentException e) {
            // What the framework says of it is long.
            LOG.error(e.getMessage());
            throw e;
        }
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

    void start(@Observes StartupEvent event, StreamsRunner runner, DedupeSettings settings, MeterRegistry registry) {
        Gauge.builder("retold.dedupe.records.behind", runner, watched -> watched.behind(Topics.ARTICLES.name()))
                .description("articles that were not read yet")
                .register(registry);
        StateDirectory state = new StateDirectory(settings.state());
        // Not by the object: a gauge that holds it loosely would lose it.
        Gauge.builder("retold.dedupe.state", state::bytes)
                .description("what the state takes on disk")
                .baseUnit("bytes")
                .register(registry);
        runner.start();
        SetBackClock.watch(DedupeWiring::startAnew);
    }

    /** What runs us starts what ended. */
    private static void startAnew(Duration back) {
        LOG.errorf("clock was set back, the service ends to be started anew seconds=%d", back.toSeconds());
        Quarkus.asyncExit(1);
    }

    void stop(@Observes ShutdownEvent event, StreamsRunner runner) {
        runner.close();
    }
}
