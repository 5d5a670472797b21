package org.retold.normalize.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.retold.access.Brokers;
import org.retold.contract.Topics;
import org.retold.teststack.SetTopics;
import org.retold.teststack.TestServers;

final class OwnTopicsTest {

    @Test
    void whatAnOperatorHasSetStaysAndWhatATopicLacksIsSet() {
        SetTopics.areCompletedAndElseLeftAlone(
                Topics.REJECTIONS,
                () -> assertThat(new OwnTopics(Brokers.at(TestServers.shared().kafka()), (short) 1).create())
                        .isTrue());
    }
}
