package org.retold.normalize.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.config.TopicConfig;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.retold.access.Brokers;
import org.retold.contract.Topics;
import org.retold.teststack.SetTopics;
import org.retold.teststack.TestServers;

final class CompactionTest {

    private static final Duration SEGMENT = Duration.ofMinutes(1);

    @BeforeEach
    void theTopicIsThere() {
        SetTopics.create(Topics.ARTICLES);
        set(TopicConfig.CLEANUP_POLICY_CONFIG, "delete");
    }

    @Test
    void howLongRecordsStayAndSegmentsAreOpenIsLeftToOperators() throws InterruptedException {
        set(TopicConfig.RETENTION_MS_CONFIG, "1000000000000");
        set(TopicConfig.SEGMENT_MS_CONFIG, "86400000");

        try (Admin admin = admin()) {
            Compaction compaction = new Compaction(admin, SEGMENT);

            compaction.on();

            assertThat(value(TopicConfig.CLEANUP_POLICY_CONFIG)).isEqualTo("compact,delete");
            assertThat(value(TopicConfig.MAX_COMPACTION_LAG_MS_CONFIG)).isEqualTo("60000");
            assertLeftAlone();

            compaction.off();

            assertThat(value(TopicConfig.CLEANUP_POLICY_CONFIG)).isEqualTo("delete");
            assertThat(value(TopicConfig.MAX_COMPACTION_LAG_MS_CONFIG)).isEqualTo(Long.toString(Long.MAX_VALUE));
            assertLeftAlone();
        }
    }

    @Test
    void whatAnEarlierVersionLeftAmidARoundIsMended() throws InterruptedException {
        set(TopicConfig.CLEANUP_POLICY_CONFIG, "compact,delete");
        set(TopicConfig.SEGMENT_MS_CONFIG, "60000");

        try (Admin admin = admin()) {
            new Compaction(admin, SEGMENT).off();
        }

        assertThat(value(TopicConfig.SEGMENT_MS_CONFIG))
                .isEqualTo(Topics.ARTICLES.settings().get(TopicConfig.SEGMENT_MS_CONFIG));
    }

    private static void assertLeftAlone() {
        assertThat(value(TopicConfig.RETENTION_MS_CONFIG)).isEqualTo("1000000000000");
        assertThat(value(TopicConfig.SEGMENT_MS_CONFIG)).isEqualTo("86400000");
    }

    private static void set(String name, String value) {
        SetTopics.set(Topics.ARTICLES, name, value);
    }

    private static String value(String name) {
        return SetTopics.value(Topics.ARTICLES, name);
    }

    private static Admin admin() {
        return Admin.create(Brokers.at(TestServers.shared().kafka()).and(Map.of()));
    }
}
