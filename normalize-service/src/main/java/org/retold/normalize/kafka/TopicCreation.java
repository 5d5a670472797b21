package org.retold.normalize.kafka;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.CreateTopicsResult;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.errors.TopicExistsException;
import org.jboss.logging.Logger;
import org.retold.contract.Topic;

/** Creates the topics that this service writes, as often as it is asked. */
public final class TopicCreation {

    private static final Logger LOG = Logger.getLogger(TopicCreation.class);
    private static final int TIMEOUT_SECONDS = 20;

    private final String bootstrapServers;
    private final short replicationFactor;

    public TopicCreation(String bootstrapServers, short replicationFactor) {
        this.bootstrapServers = bootstrapServers;
        this.replicationFactor = replicationFactor;
    }

    /** @return whether all of them exist now */
    public boolean create(List<Topic<String, ?>> topics) {
        try (Admin admin = Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers))) {
            CreateTopicsResult result = admin.createTopics(topics.stream()
                    .map(topic ->
                            new NewTopic(topic.name(), topic.partitions(), replicationFactor).configs(topic.settings()))
                    .toList());
            for (Map.Entry<String, KafkaFuture<Void>> topic : result.values().entrySet()) {
                await(topic.getKey(), topic.getValue());
            }
            return true;
        } catch (ExecutionException | TimeoutException e) {
            LOG.warnf("topics not created yet reason=%s", e.getMessage());
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static void await(String topic, KafkaFuture<Void> created)
            throws InterruptedException, ExecutionException, TimeoutException {
        try {
            created.get(TIMEOUT_SECONDS, TimeUnit.SECONDS);
            LOG.infof("topic created topic=%s", topic);
        } catch (ExecutionException e) {
            if (!(e.getCause() instanceof TopicExistsException)) {
                throw e;
            }
        }
    }
}
