package org.retold.access;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.ConfigEntry.ConfigSource;
import org.apache.kafka.common.config.ConfigResource;
import org.jboss.logging.Logger;

/**
 * What a topic that is there is still to be told. Earlier versions created topics with fewer settings than there are now; a
 * setting that a topic has of its own, whoever made it, is left alone.
 */
public final class TopicSettings {

    private static final Logger LOG = Logger.getLogger(TopicSettings.class);

    private TopicSettings() {}

    /**
     * Gives a topic what it has no setting of its own for. Where Kafka refuses that, this is logged, and the topic stays as it
     * is.
     *
     * @param wanted the topic's settings by name, as it would be created with
     */
    public static void complete(String topic, Map<String, String> wanted, Admin admin) throws InterruptedException {
        ConfigResource resource = new ConfigResource(ConfigResource.Type.TOPIC, topic);
        try {
            Config there = Objects.requireNonNull(
                    admin.describeConfigs(List.of(resource)).all().get().get(resource));
            List<AlterConfigOp> missing = new ArrayList<>();
            wanted.forEach((name, value) -> {
                if (!hasOfItsOwn(there, name)) {
                    missing.add(new AlterConfigOp(new ConfigEntry(name, value), AlterConfigOp.OpType.SET));
                }
            });
            if (!missing.isEmpty()) {
                admin.incrementalAlterConfigs(Map.of(resource, missing)).all().get();
            }
        } catch (ExecutionException e) {
            LOG.warnf("topic keeps its settings topic=%s reason=%s", topic, e.getCause());
        }
    }

    private static boolean hasOfItsOwn(Config there, String name) {
        ConfigEntry entry = there.get(name);
        return entry != null && entry.source() == ConfigSource.DYNAMIC_TOPIC_CONFIG;
    }
}
