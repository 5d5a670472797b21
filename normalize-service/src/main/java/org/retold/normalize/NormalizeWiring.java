package org.retold.normalize;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.List;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler;
import org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler.StreamThreadExceptionResponse;
import org.jboss.logging.Logger;
import org.retold.contract.Topics;
import org.retold.normalize.article.Normalizer;
import org.retold.normalize.kafka.TopicCreation;
import org.retold.normalize.language.LanguageReader;
import org.retold.normalize.metrics.PrometheusTally;

/** Puts the parts together; the only place that sees the configuration. */
@ApplicationScoped
class NormalizeWiring {

    private static final Logger LOG = Logger.getLogger(NormalizeWiring.class);

    @Produces
    @Singleton
    Topology topology(MeterRegistry registry) {
        return new NormalizeTopology(new Normalizer(new LanguageReader()), new PrometheusTally(registry)).build();
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

    void createTopics(@Observes StartupEvent started, NormalizeConfiguration configuration) {
        TopicCreation creation = new TopicCreation(configuration.kafka(), configuration.replicationFactor());
        Thread.ofVirtual().name("create-topics").start(() -> {
            boolean created = false;
            while (!created && !Thread.currentThread().isInterrupted()) {
                created = creation.create(List.of(Topics.ARTICLES, Topics.REJECTIONS, Topics.REMOVALS));
            }
        });
    }
}
