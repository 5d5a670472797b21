package org.retold.dedupe.kafka;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.config.ConfigResource;
import org.jboss.logging.Logger;
import org.retold.access.Brokers;
import org.retold.access.TopicMaker;
import org.retold.contract.Topic;
import org.retold.contract.Topics;

/**
 * The topics that must be there before the first record is read.
 *
 * @param applicationId of the streams client, whose topics get the settings they should have
 * @param ours made by us where they are missing; where they are there, they get the settings that they lack
 * @param others made by those who write them
 */
public record TopicCreation(
        Brokers brokers,
        short replicationFactor,
        String applicationId,
        List<Topic<String, ?>> ours,
        List<Topic<String, ?>> others) {

    private static final Logger LOG = Logger.getLogger(TopicCreation.class);

    public TopicCreation {
        ours = List.copyOf(ours);
        others = List.copyOf(others);
    }

    /**
     * Creates what is ours and missing, and completes the settings of the rest of ours.
     *
     * @return names of the others' topics that are not there yet
     */
    public Set<String> attempt() throws InterruptedException, ExecutionException {
        try (Admin admin = admin()) {
            Set<String> there = TopicMaker.make(ours, replicationFactor, admin);
            for (String name : there) {
                if (InternalTopics.isOneOf(applicationId, name)) {
                    settleInternal(name, admin);
                }
            }
            Set<String> missing = others.stream().map(Topic::name).collect(Collectors.toCollection(HashSet::new));
            missing.removeAll(there);
            return missing;
        }
    }

    /** Which Kafka this is; the articles topic must be there. */
    StateOrigin.Kafka kafka() throws InterruptedException, ExecutionException {
        try (Admin admin = admin()) {
            String articles = Topics.ARTICLES.name();
            TopicDescription topic = Objects.requireNonNull(admin.describeTopics(List.of(articles))
                    .allTopicNames()
                    .get()
                    .get(articles));
            return new StateOrigin.Kafka(
                    admin.describeCluster().clusterId().get(), topic.topicId().toString());
        }
    }

    private Admin admin() {
        return Admin.create(brokers.and(Map.of(
                AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG,
                10_000,
                AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG,
                5_000)));
    }

    private static void settleInternal(String topic, Admin admin) throws InterruptedException {
        List<AlterConfigOp> settings = InternalTopics.SETTINGS.entrySet().stream()
                .map(setting -> new ConfigEntry(setting.getKey(), setting.getValue()))
                .map(setting -> new AlterConfigOp(setting, AlterConfigOp.OpType.SET))
                .toList();
        try {
            admin.incrementalAlterConfigs(Map.of(new ConfigResource(ConfigResource.Type.TOPIC, topic), settings))
                    .all()
                    .get();
        } catch (ExecutionException e) {
            LOG.warnf("topic keeps its settings topic=%s reason=%s", topic, e.getCause());
        }
    }
}
