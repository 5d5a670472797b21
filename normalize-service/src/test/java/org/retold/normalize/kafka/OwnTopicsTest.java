package org.retold.normalize.kafka;

import org.junit.jupiter.api.Test;
import org.retold.access.Brokers;
import org.retold.contract.Topics;
import org.retold.teststack.SetTopics;
import org.retold.teststack.TestServers;

final class OwnTopicsTest {

    @Test
    void whatAnOperatorHasSetStaysAndWhatATopicLacksIsSet() {
        OwnTopics topics = new OwnTopics(Brokers.at(TestServers.shared().kafka()), (short) 1);

        SetTopics.areCompletedAndElseLeftAlone(Topics.REJECTIONS, topics::createAtLast);
    }
}
