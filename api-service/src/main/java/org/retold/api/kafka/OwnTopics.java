package org.retold.api.kafka;

import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.TopicExistsException;
import org.retold.access.TopicSettings;
import org.retold.contract.Topic;
import org.retold.contract.Topics;

/** Creates the topics that this service writes; those that are there get the settings that they lack. */
public final class OwnTopics {

    /** Takedowns and removals are written by others, who may come later than we. */
    private static final List<Topic<String, ?>> WRITTEN_HERE =
            List.of(Topics.REJECTIONS, Topics.CORRECTIONS, Topics.LOOKUPS, Topics.TAKEDOWNS, Topics.REMOVALS);

    private final Connection connection;
    private final short replication;

    /** @param replication copies of each partition, 1 or more */
    public OwnTopics(Connection connection, int replication) {
        this.connection = connection;
        this.replication = (short) replication;
    }

    /** @throws KafkaException when the broker cannot be asked; to be tried again */
    public void createMissing() {
        try (Admin admin = connection.admin()) {
            Set<String> there = admin.listTopics().names().get();
            List<NewTopic> missing = WRITTEN_HERE.stream()
                    .filter(topic -> !there.contains(topic.name()))
                    .map(topic -> new NewTopic(topic.name(), topic.partitions(), replication).configs(topic.settings()))
                    .collect(Collectors.toList());
            for (var creation : admin.createTopics(missing).values().values()) {
                awaitCreated(creation);
            }
            for (Topic<String, ?> topic : WRITTEN_HERE) {
                if (there.contains(topic.name())) {
                    TopicSettings.complete(topic.name(), topic.settings(), admin);
                }
            }
        } catch (ExecutionException e) {
            throw new KafkaException("cannot create topics", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new KafkaException("interrupted", e);
        }
    }

    private static void awaitCreated(org.apache.kafka.common.KafkaFuture<Void> creation)
            throws ExecutionException, InterruptedException {
        try {
            creation.get();
        } catch (ExecutionException e) {
            if (!(e.getCause() instanceof TopicExistsException)) {
                throw e;
            }
        }
    }
}
