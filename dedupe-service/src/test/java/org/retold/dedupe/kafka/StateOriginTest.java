package org.retold.dedupe.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.retold.dedupe.kafka.StateOrigin.Kafka;

final class StateOriginTest {

    private static final Kafka HERE = new Kafka("fixed", "articles-1");

    @TempDir
    Path directory;

    @Test
    void aKafkaWhoseArticlesTopicIsAnotherIsAnother() throws IOException {
        StateOrigin origin = origin();
        assertThat(origin.isOtherThan(HERE)).as("nothing is remembered").isFalse();

        origin.remember(HERE);

        assertThat(origin.isOtherThan(HERE)).isFalse();
        assertThat(origin.isOtherThan(new Kafka("fixed", "articles-2"))).isTrue();
        assertThat(origin.isOtherThan(new Kafka("another", "articles-1"))).isTrue();
    }

    @Test
    void whatAnEarlierVersionRememberedIsBelievedAndSaidMoreExactly() throws IOException {
        Files.writeString(directory.resolve("kafka"), "fixed");
        StateOrigin origin = origin();

        assertThat(origin.isOtherThan(HERE)).isFalse();
        assertThat(origin.isOtherThan(new Kafka("another", "articles-1"))).isTrue();

        origin.remember(HERE);

        assertThat(origin.isOtherThan(new Kafka("fixed", "articles-2"))).isTrue();
    }

    private StateOrigin origin() {
        return new StateOrigin(directory.resolve("kafka"));
    }
}
