package org.retold.ingest.kafka;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.errors.TopicExistsException;
import org.jboss.logging.Logger;
import org.retold.contract.Topic;
import org.retold.contract.Topics;

/** Creates the topics that this service writes; those that are there get the settings they should have. */
public final class OwnTopics {

    private static final Logger LOG = Logger.getLogger(OwnTopics.class);

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
                settle(topic);
            }
        }
        created = true;
    }

    private void settle(Topic<String, ?> topic) throws InterruptedException {
        List<AlterConfigOp> settings = topic.settings().entrySet().stream()
                .map(setting -> new ConfigEntry(setting.getKey(), setting.getValue()))
                .map(setting -> new AlterConfigOp(setting, AlterConfigOp.OpType.SET))
                .toList();
        try {
            admin.incrementalAlterConfigs(Map.of(new ConfigResource(ConfigResource.Type.TOPIC, topic.name()), settings))
                    .all()
                    .get();
        } catch (ExecutionException e) {
            LOG.warnf("topic keeps its settings topic=%s reason=%s", topic.name(), e.getCause());
        }
    }

    /** Whether they are known to be there. */
    public boolean areThere() {
        return created;
    }
}
