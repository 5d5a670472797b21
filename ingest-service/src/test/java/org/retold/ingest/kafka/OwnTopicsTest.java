package org.retold.ingest.kafka;

import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.junit.jupiter.api.Test;
import org.retold.access.Brokers;
import org.retold.contract.Topics;
import org.retold.teststack.SetTopics;
import org.retold.teststack.TestServers;

final class OwnTopicsTest {

    @Test
    void whatAnOperatorHasSetStaysAndWhatATopicLacksIsSet() {
        try (Admin admin = Admin.create(Brokers.at(TestServers.shared().kafka()).and(Map.of()))) {
            SetTopics.areCompletedAndElseLeftAlone(Topics.REJECTIONS, () -> new OwnTopics(admin, (short) 1).create());
        }
    }
}
