package org.retold.ingest.kafka;

import java.util.List;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.errors.TopicExistsException;
import org.retold.access.TopicSettings;
import org.retold.contract.Topic;
import org.retold.contract.Topics;

/** Creates the topics that this service writes; those that are there get the settings that they lack. */
public final class OwnTopics {

    /** Written by this service; removals by another, which may come later than we. */
    public static final List<Topic<String, ?>> ALL =
            List.of(Topics.ITEMS, Topics.REJECTIONS, Topics.FEEDS, Topics.TAKEDOWNS, Topics.REMOVALS);

    private final Admin admin;
    private final short replication;
    private volatile boolean created;

    public OwnTopics(Admin admin, short replication) {
        this.admin = admin;
        this.replication = replication;
    }

    /** @throws ExecutionException when the broker cannot be reached or refuses */
    public void create() throws ExecutionException, InterruptedException {
        for (Topic<String, ?> topic : ALL) {
            NewTopic wanted = new NewTopic(topic.name(), topic.partitions(), replication).configs(topic.settings());
            try {
                admin.createTopics(List.of(wanted)).all().get();
            } catch (ExecutionException e) {
                if (!(e.getCause() instanceof TopicExistsException)) {
                    throw e;
                }
                TopicSettings.complete(topic.name(), topic.settings(), admin);
            }
        }
        created = true;
    }

    /** Whether they are known to be there. */
    public boolean areThere() {
        return created;
    }
}
