package org.retold.normalize;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.common.annotation.Identifier;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler;
import org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler.StreamThreadExceptionResponse;
import org.eclipse.microprofile.config.ConfigProvider;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.retold.access.Brokers;
import org.retold.access.SetBackClock;
import org.retold.access.Settings;
import org.retold.normalize.article.Normalizer;
import org.retold.normalize.kafka.Connection;
import org.retold.normalize.kafka.OwnTopics;
import org.retold.normalize.kafka.Sweeper;
import org.retold.normalize.kafka.TakedownReader;
import org.retold.normalize.language.LanguageReader;
import org.retold.normalize.metrics.PrometheusTally;
import org.retold.normalize.takedown.Takedowns;

/** Puts the parts together; the only place that sees the configuration. */
@ApplicationScoped
class NormalizeWiring {

    private static final Logger LOG = Logger.getLogger(NormalizeWiring.class);

    @Produces
    @Singleton
    Takedowns takedowns() {
        return new Takedowns();
    }

    @Produces
    @Singleton
    Topology topology(Takedowns takedowns, MeterRegistry registry) {
        return new NormalizeTopology(new Normalizer(new LanguageReader()), takedowns, new PrometheusTally(registry))
                .build();
    }

    /** A broken thread is replaced; its transaction was aborted, so nothing is lost or doubled. */
    @Produces
    @Singleton
    StreamsUncaughtExceptionHandler replaceBrokenThreads() {
        return failure -> {
            LOG.errorf(failure, "stream thread replaced");
            return StreamThreadExceptionResponse.REPLACE_THREAD;
        };
    }

    @Produces
    @Singleton
    TakedownReader takedownReader(Connection kafka, Takedowns takedowns) {
        return new TakedownReader(kafka, takedowns);
    }

    @Produces
    @Singleton
    Sweeper sweeper(
            Connection kafka,
            Takedowns takedowns,
            NormalizeConfiguration configuration,
            @ConfigProperty(name = "quarkus.kafka-streams.application-id") String group) {
        return new Sweeper(kafka, takedowns, group, configuration.takedownRound(), InstantSource.system());
    }

    @Produces
    @Singleton
    Connection kafka(NormalizeConfiguration configuration) {
        return new Connection(brokers(configuration));
    }

    /** What the streams client begins with. */
    @Produces
    @Singleton
    @Identifier("default-kafka-broker")
    Map<String, Object> streamsClient(NormalizeConfiguration configuration) {
        return brokers(configuration).and(Map.of());
    }

    private static Brokers brokers(NormalizeConfiguration configuration) {
        return Brokers.of(
                configuration.kafka(),
                new Settings(name -> ConfigProvider.getConfig().getOptionalValue(name, String.class)));
    }

    void start(
            @Observes StartupEvent started,
            NormalizeConfiguration configuration,
            TakedownReader reader,
            Sweeper sweeper) {
        OwnTopics topics = new OwnTopics(brokers(configuration), configuration.replicationFactor());
        Thread.ofVirtual().name("create-topics").start(() -> {
            topics.createAtLast();
            Thread.ofPlatform().name("takedowns").daemon().start(reader);
            Thread.ofPlatform().name("sweeper").daemon().start(sweeper);
        });
        SetBackClock.watch(NormalizeWiring::startAnew);
    }

    /** What runs us starts what ended. */
    private static void startAnew(Duration back) {
        LOG.errorf("clock was set back, the service ends to be started anew seconds=%d", back.toSeconds());
        Quarkus.asyncExit(1);
    }

    void stop(@Observes ShutdownEvent stopped, TakedownReader reader, Sweeper sweeper) {
        sweeper.stop();
        reader.stop();
    }
}
