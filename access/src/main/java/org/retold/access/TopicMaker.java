package org.retold.access;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.ConfigEntry.ConfigSource;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.errors.TopicExistsException;
import org.jboss.logging.Logger;
import org.retold.contract.Topic;

/**
 * Makes the topics that a service writes. Those that are there get the settings that they lack: earlier versions created
 * topics with fewer than there are now. A setting that a topic has of its own, whoever made it, is left alone.
 */
public final class TopicMaker {

    private static final Logger LOG = Logger.getLogger(TopicMaker.class);

    private TopicMaker() {}

    /**
     * Makes what is missing, and completes the rest. Where Kafka refuses to change a setting, this is logged, and the topic
     * stays as it is.
     *
     * @param copies of each partition of a topic that is missing, 1 or more
     * @return names of all topics that were there before
     * @throws ExecutionException when the broker cannot be reached, or refuses to create a topic
     */
    public static Set<String> make(Collection<Topic<String, ?>> wanted, short copies, Admin admin)
            throws ExecutionException, InterruptedException {
        Set<String> there = admin.listTopics().names().get();
        List<NewTopic> missing = wanted.stream()
                .filter(topic -> !there.contains(topic.name()))
                .map(topic -> new NewTopic(topic.name(), topic.partitions(), copies).configs(topic.settings()))
                .toList();
        for (KafkaFuture<Void> creation : admin.createTopics(missing).values().values()) {
            awaitCreated(creation);
        }
        for (Topic<String, ?> topic : wanted) {
            if (there.contains(topic.name())) {
                complete(topic.name(), topic.settings(), admin);
            }
        }
        return there;
    }

    /** Another instance may have been faster. */
    private static void awaitCreated(KafkaFuture<Void> creation) throws ExecutionException, InterruptedException {
        try {
            creation.get();
        } catch (ExecutionException e) {
            if (!(e.getCause() instanceof TopicExistsException)) {
                throw e;
            }
        }
    }

    private static void complete(String topic, Map<String, String> wanted, Admin admin) throws InterruptedException {
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
