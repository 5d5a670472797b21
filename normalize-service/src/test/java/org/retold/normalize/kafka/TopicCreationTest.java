package org.retold.normalize.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.apache.kafka.common.config.TopicConfig;
import org.junit.jupiter.api.Test;
import org.retold.access.Brokers;
import org.retold.contract.Topics;
import org.retold.teststack.SetTopics;
import org.retold.teststack.TestServers;

final class TopicCreationTest {

    private static final String A_YEAR = Long.toString(Duration.ofDays(365).toMillis());

    @Test
    void whatAnOperatorHasSetStaysAndWhatATopicLacksIsSet() throws Exception {
        SetTopics.create(Topics.REJECTIONS);
        SetTopics.set(Topics.REJECTIONS, TopicConfig.RETENTION_MS_CONFIG, A_YEAR);
        SetTopics.set(Topics.REJECTIONS, TopicConfig.SEGMENT_MS_CONFIG, null);

        boolean done = new TopicCreation(Brokers.at(TestServers.shared().kafka()), (short) 1)
                .create(List.of(Topics.REJECTIONS));

        assertThat(done).isTrue();

        assertThat(SetTopics.value(Topics.REJECTIONS, TopicConfig.RETENTION_MS_CONFIG))
                .isEqualTo(A_YEAR);
        assertThat(SetTopics.value(Topics.REJECTIONS, TopicConfig.SEGMENT_MS_CONFIG))
                .isEqualTo(Topics.REJECTIONS.settings().get(TopicConfig.SEGMENT_MS_CONFIG));
    }
}
