package org.retold.api.kafka;

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
                () -> new OwnTopics(
                                new Connection(Brokers.at(TestServers.shared().kafka())), 1)
                        .create());
    }
}
