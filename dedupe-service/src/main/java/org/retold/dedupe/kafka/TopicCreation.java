package org.retold.dedupe.kafka;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.errors.TopicExistsException;
import org.retold.contract.Topic;

/**
 * The topics that must be there before the first record is read.
 *
 * @param ours made by us where they are missing
 * @param others made by those who write them
 */
public record TopicCreation(
        String kafka, short replicationFactor, List<Topic<String, ?>> ours, List<Topic<String, ?>> others) {

    public TopicCreation {
        ours = List.copyOf(ours);
        others = List.copyOf(others);
    }

    /**
     * Creates what is ours and missing.
     *
     * @return names of the others' topics that are not there yet
     */
    public Set<String> attempt() throws InterruptedException, ExecutionException {
        try (Admin admin = Admin.create(Map.of(
                AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG,
                kafka,
                AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG,
                10_000,
                AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG,
                5_000))) {
            Set<String> there = admin.listTopics().names().get();
            for (Topic<String, ?> topic : ours) {
                if (!there.contains(topic.name())) {
                    create(topic, admin);
                }
            }
            Set<String> missing = others.stream().map(Topic::name).collect(Collectors.toCollection(HashSet::new));
            missing.removeAll(there);
            return missing;
        }
    }

    private void create(Topic<String, ?> topic, Admin admin) throws InterruptedException, ExecutionException {
        NewTopic wanted = new NewTopic(topic.name(), Optional.of(topic.partitions()), Optional.of(replicationFactor))
                .configs(topic.settings());
        try {
            admin.createTopics(List.of(wanted)).all().get();
        } catch (ExecutionException e) {
            if (!(e.getCause() instanceof TopicExistsException)) {
                throw e;
            }
        }
    }
}
