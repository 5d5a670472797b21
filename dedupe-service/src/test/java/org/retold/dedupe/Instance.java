package org.retold.dedupe;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.retold.access.Brokers;
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

/** The service without its HTTP side. */
final class Instance {

    private Instance() {}

    /** Of two threads, not started. */
    static StreamsRunner at(String kafka, Path state) {
        return new StreamsRunner(
                new DedupeTopology(
                                Views.shipped(),
                                Verifier.shipped(),
                                new Shards(4),
                                Press.MEMORY,
                                new Stores(Stores.Place.ON_DISK),
                                new Meters(new SimpleMeterRegistry()))
                        .build(),
                new StreamsProperties(Brokers.at(kafka), state, (short) 1, 2, 0, Duration.ofMillis(100)).asProperties(),
                new TopicCreation(
                        Brokers.at(kafka),
                        (short) 1,
                        new Naming.Live().applicationId(),
                        List.of(
                                Topics.STORIES,
                                Topics.STORY_EVENTS,
                                Topics.EVIDENCE,
                                Topics.LOOKUP_ANSWERS,
                                Topics.REJECTIONS,
                                Topics.CORRECTIONS,
                                Topics.LOOKUPS),
                        List.of(Topics.ARTICLES)));
    }
}
