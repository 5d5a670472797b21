package org.retold.contract;

import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
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

    private static final Duration LONGEST_SEGMENT = Duration.ofDays(7);

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

        /** Deleted when they are older than this, by a seventh more at most. */
        record DeletedAfter(Duration age) implements Retention {}

        /** The newest record of each key stays for ever; the others go when the broker gets to it. */
        record Compacted() implements Retention {}

        /** The newest record of each key stays for ever; the others may be cleaned away this long after they came. */
        record CompactedWithin(Duration lag) implements Retention {}
    }

    /** The broker's settings for this topic, as topic creation takes them. */
    public Map<String, String> settings() {
        Map<String, String> settings = new TreeMap<>();
        settings.put(TopicConfig.MAX_MESSAGE_BYTES_CONFIG, Integer.toString(maxRecordBytes));
        settings.put(
                TopicConfig.CLEANUP_POLICY_CONFIG,
                switch (retention) {
                    case Retention.DeletedAfter deleted -> TopicConfig.CLEANUP_POLICY_DELETE;
                    case Retention.Compacted compacted -> TopicConfig.CLEANUP_POLICY_COMPACT;
                    case Retention.CompactedWithin compacted -> TopicConfig.CLEANUP_POLICY_COMPACT;
                });
        switch (retention) {
            case Retention.DeletedAfter(Duration age) -> {
                settings.put(TopicConfig.RETENTION_MS_CONFIG, Long.toString(age.toMillis()));
                // Only whole segments are deleted, and tombstones must outlive what they end.
                settings.put(TopicConfig.SEGMENT_MS_CONFIG, Long.toString(segment(age)));
                settings.put(TopicConfig.DELETE_RETENTION_MS_CONFIG, Long.toString(age.toMillis()));
            }
            case Retention.Compacted compacted -> {}
            case Retention.CompactedWithin(Duration lag) ->
                settings.put(TopicConfig.MAX_COMPACTION_LAG_MS_CONFIG, Long.toString(lag.toMillis()));
        }
        return Map.copyOf(settings);
    }

    private static long segment(Duration age) {
        return Math.min(age.dividedBy(7).toMillis(), LONGEST_SEGMENT.toMillis());
    }
}
