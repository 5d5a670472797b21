package org.retold.dedupe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.retold.dedupe.Reports.FERRY;
import static org.retold.dedupe.Reports.HARBOUR;
import static org.retold.dedupe.Reports.article;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;
import org.retold.contract.Article;
import org.retold.dedupe.kafka.StreamsRunner;
import org.retold.local.kafka.BrokerSettings;
import org.retold.local.kafka.KafkaBroker;
import org.retold.teststack.QuietLogs;

/** A state directory that outlives its Kafka, as when an operator sets up a new one. */
class AnotherKafkaTest {

    private static final Duration SOON = Duration.ofSeconds(60);

    static {
        QuietLogs.onlyErrors();
    }

    @TempDir(cleanup = CleanupMode.NEVER) // the operating system's: RocksDB may still hold files
    Path directory;

    @Test
    void stateOfAnotherKafkaDoesNotAnswerNotEvenIfThatIsCalledTheSame() throws IOException {
        Path kept = directory.resolve("kept");
        try (KafkaBroker first = KafkaBroker.start(new BrokerSettings(directory.resolve("first"), 0))) {
            tell(first, kept, article("wire", 0, FERRY), Set.of(Set.of("wire")));
        }

        KafkaBroker.start(new BrokerSettings(directory.resolve("second"), 0)).close();
        nameAs(directory.resolve("first"), directory.resolve("second"));
        try (KafkaBroker second = KafkaBroker.start(new BrokerSettings(directory.resolve("second"), 0))) {
            // As much as the first has, so that no offset gives the difference away.
            tell(second, directory.resolve("other"), article("harbour", 0, HARBOUR), Set.of(Set.of("harbour")));

            // The kept state holds it for told already.
            tell(second, kept, article("wire", 1, FERRY), Set.of(Set.of("harbour"), Set.of("wire")));
        }
    }

    /** As where a cluster's id is part of how it is set up. */
    private static void nameAs(Path one, Path other) throws IOException {
        String clusterId = lines(one).stream()
                .filter(line -> line.startsWith("cluster.id="))
                .findFirst()
                .orElseThrow();
        List<String> renamed = lines(other).stream()
                .map(line -> line.startsWith("cluster.id=") ? clusterId : line)
                .toList();
        assertThat(renamed).contains(clusterId);
        Files.write(other.resolve("meta.properties"), renamed);
    }

    private static List<String> lines(Path broker) throws IOException {
        return Files.readAllLines(broker.resolve("meta.properties"));
    }

    private static void tell(KafkaBroker broker, Path state, Article article, Set<Set<String>> expected) {
        try (Wire wire = new Wire(broker.bootstrapServers());
                StreamsRunner instance = Instance.at(broker.bootstrapServers(), state)) {
            wire.createArticles();
            instance.start();
            wire.publish(article);
            await().atMost(SOON).until(() -> wire.clusters().equals(expected));
        }
    }
}
