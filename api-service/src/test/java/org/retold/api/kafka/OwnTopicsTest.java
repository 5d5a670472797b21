package org.retold.api.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.apache.kafka.common.config.TopicConfig;
import org.junit.jupiter.api.Test;
import org.retold.access.Brokers;
import org.retold.contract.Topics;
import org.retold.teststack.SetTopics;
import org.retold.teststack.TestServers;

final class OwnTopicsTest {

    private static final String A_YEAR = Long.toString(Duration.ofDays(365).toMillis());

    @Test
    void whatAnOperatorHasSetStaysAndWhatATopicLacksIsSet() throws Exception {
        SetTopics.create(Topics.REJECTIONS);
        SetTopics.set(Topics.REJECTIONS, TopicConfig.RETENTION_MS_CONFIG, A_YEAR);
        SetTopics.set(Topics.REJECTIONS, TopicConfig.SEGMENT_MS_CONFIG, null);

        new OwnTopics(new Connection(Brokers.at(TestServers.shared().kafka())), 1).createMissing();

        assertThat(SetTopics.value(Topics.REJECTIONS, TopicConfig.RETENTION_MS_CONFIG))
                .isEqualTo(A_YEAR);
        assertThat(SetTopics.value(Topics.REJECTIONS, TopicConfig.SEGMENT_MS_CONFIG))
                .isEqualTo(Topics.REJECTIONS.settings().get(TopicConfig.SEGMENT_MS_CONFIG));
    }
}
