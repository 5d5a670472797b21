package org.retold.contract;

import java.time.Duration;
import java.util.Map;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.serialization.Serde;

/**
 * A Kafka topic as its readers and writers agree on it.
 *
 * @param name full topic name, version suffix included
 * @param type CloudEvents type of its records, for example {@code org.retold.article.v1}
 * @param partitions 1 or more; one where the order of the whole topic means something
 * @param retention how long or in which form records stay
 * @param maxRecordBytes largest record the topic takes, in bytes
 */
public record Topic<K, V>(
        String name,
        String type,
        Serde<K> keySerde,
        Serde<V> valueSerde,
        int partitions,
        Retention retention,
        int maxRecordBytes) {

    public Topic {
        if (partitions < 1) {
            throw new IllegalArgumentException("%s needs at least one partition".formatted(name));
        }
        if (maxRecordBytes < 1) {
            throw new IllegalArgumentException("%s must take records of at least one byte".formatted(name));
        }
    }

    /** How long records stay. */
    public sealed interface Retention {

        /** Deleted when they are older than this. */
        record DeletedAfter(Duration age) implements Retention {}

        /** The newest record of each key stays for ever. */
        record Compacted() implements Retention {}
    }

    /** The broker's settings for this topic, as topic creation takes them. */
    public Map<String, String> settings() {
        String size = Integer.toString(maxRecordBytes);
        return switch (retention) {
            case Retention.DeletedAfter(Duration age) ->
                Map.of(
                        TopicConfig.CLEANUP_POLICY_CONFIG,
                        TopicConfig.CLEANUP_POLICY_DELETE,
                        TopicConfig.RETENTION_MS_CONFIG,
                        Long.toString(age.toMillis()),
                        TopicConfig.MAX_MESSAGE_BYTES_CONFIG,
                        size);
            case Retention.Compacted() ->
                Map.of(
                        TopicConfig.CLEANUP_POLICY_CONFIG,
                        TopicConfig.CLEANUP_POLICY_COMPACT,
                        TopicConfig.MAX_MESSAGE_BYTES_CONFIG,
                        size);
        };
    }
}
