package org.retold.dedupe.kafka;

import java.time.Duration;
import java.util.Map;
import org.apache.kafka.common.config.TopicConfig;

/** What the topics of the streams client itself have in common: changelogs and those between two of its tasks. */
final class InternalTopics {

    /** After this long a segment is closed, and then what was deleted or replaced in it is cleaned away. */
    static final Duration CLEANED_AFTER = Duration.ofHours(12);

    /** An instance that was away for longer than this has missed what was deleted: it has to start without its state. */
    private static final Duration DELETIONS_STAY = Duration.ofDays(7);

    static final Map<String, String> SETTINGS = Map.of(
            TopicConfig.MAX_COMPACTION_LAG_MS_CONFIG,
            Long.toString(CLEANED_AFTER.toMillis()),
            TopicConfig.SEGMENT_MS_CONFIG,
            Long.toString(CLEANED_AFTER.toMillis()),
            TopicConfig.DELETE_RETENTION_MS_CONFIG,
            Long.toString(DELETIONS_STAY.toMillis()));

    private InternalTopics() {}

    static boolean isOneOf(String applicationId, String topic) {
        return topic.startsWith(applicationId + "-")
                && (topic.endsWith("-changelog") || topic.endsWith("-repartition"));
    }
}
