package org.retold.dedupe;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.List;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.TopologyDescription;
import org.junit.jupiter.api.Test;
import org.retold.dedupe.kafka.Meters;
import org.retold.dedupe.kafka.Naming;
import org.retold.dedupe.kafka.Shards;
import org.retold.dedupe.kafka.Stores;
import org.retold.dedupe.verify.Verifier;
import org.retold.dedupe.view.Views;

class ShadowTest {

    @Test
    void aShadowReadsWhatTheLiveServiceReadsAndWritesNothingThatItWrites() {
        Topology live = topology(new Naming.Live());
        Topology shadow = topology(new Naming.Shadow("strict"));

        assertThat(read(shadow)).isEqualTo(read(live));
        assertThat(written(shadow)).hasSameSizeAs(written(live)).doesNotContainAnyElementsOf(written(live));
        assertThat(written(shadow)).allMatch(topic -> topic.startsWith("retold.shadow.strict."));
    }

    private static List<String> read(Topology topology) {
        return nodes(topology).stream()
                .filter(TopologyDescription.Source.class::isInstance)
                .flatMap(node -> ((TopologyDescription.Source) node).topicSet().stream())
                .sorted()
                .toList();
    }

    /** Internal topics bear the name of the application. */
    private static List<String> written(Topology topology) {
        return nodes(topology).stream()
                .filter(TopologyDescription.Sink.class::isInstance)
                .map(node -> ((TopologyDescription.Sink) node).topic())
                .filter(topic -> !topic.endsWith("-repartition"))
                .sorted()
                .toList();
    }

    private static List<TopologyDescription.Node> nodes(Topology topology) {
        return topology.describe().subtopologies().stream()
                .flatMap(part -> part.nodes().stream())
                .toList();
    }

    private static Topology topology(Naming naming) {
        return new DedupeTopology(
                        Views.shipped(),
                        Verifier.shipped(),
                        new Shards(4),
                        Duration.ofDays(60),
                        new Stores(Stores.Place.IN_MEMORY),
                        new Meters(new SimpleMeterRegistry()),
                        naming)
                .build();
    }
}
