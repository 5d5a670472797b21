package org.retold.dedupe.kafka;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import org.apache.kafka.streams.StreamsConfig;

/**
 * From which Kafka the state on disk was built. Where a service meets another Kafka, with a state directory that it
 * kept, that state must not answer: it would hold articles for decided that this Kafka has never seen.
 *
 * <p>Of that Kafka the articles topic is remembered: Kafka gives each topic an id that no other ever has, while many
 * clusters may be set up with one id.
 *
 * @param file beside the state of the application, which is deleted as a whole
 */
record StateOrigin(Path file) {

    /** @param streams settings of the streams client whose state it is */
    static StateOrigin of(Properties streams) {
        return new StateOrigin(Path.of(streams.getProperty(StreamsConfig.STATE_DIR_CONFIG))
                .resolve(streams.getProperty(StreamsConfig.APPLICATION_ID_CONFIG) + ".kafka"));
    }

    /**
     * What Kafka says of itself.
     *
     * @param cluster id of the cluster, which is all that earlier versions remembered
     * @param articles id of the articles topic
     */
    record Kafka(String cluster, String articles) {

        private String told() {
            return cluster + " " + articles;
        }
    }

    /** Whether it is known to be of another Kafka; it is not where nothing was remembered. */
    boolean isOtherThan(Kafka kafka) throws IOException {
        if (!Files.exists(file)) {
            return false;
        }
        String remembered = Files.readString(file);
        return !remembered.equals(kafka.told()) && !remembered.equals(kafka.cluster());
    }

    /** Writes only what is not there: a write that a crash cuts short would have the state built anew. */
    void remember(Kafka kafka) throws IOException {
        if (!Files.exists(file) || !Files.readString(file).equals(kafka.told())) {
            Files.createDirectories(file.getParent());
            Files.writeString(file, kafka.told());
        }
    }
}
