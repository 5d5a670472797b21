package org.retold.normalize.kafka;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.CreateTopicsResult;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.errors.TopicExistsException;
import org.jboss.logging.Logger;
import org.retold.access.Brokers;
import org.retold.access.TopicSettings;
import org.retold.contract.Topic;

/** Creates the topics that this service writes; those that are there get the settings that they lack. */
public final class TopicCreation {

    private static final Logger LOG = Logger.getLogger(TopicCreation.class);
    private static final int TIMEOUT_SECONDS = 20;

    private final Brokers brokers;
    private final short replicationFactor;

    public TopicCreation(Brokers brokers, short replicationFactor) {
        this.brokers = brokers;
        this.replicationFactor = replicationFactor;
    }

    /** @return whether all of them exist now */
    public boolean create(List<Topic<String, ?>> topics) {
        try (Admin admin = Admin.create(brokers.and(Map.of()))) {
            CreateTopicsResult result = admin.createTopics(topics.stream()
                    .map(topic ->
                            new NewTopic(topic.name(), topic.partitions(), replicationFactor).configs(topic.settings()))
                    .toList());
            for (Topic<String, ?> topic : topics) {
                if (!isNew(topic, result)) {
                    TopicSettings.complete(topic.name(), topic.settings(), admin);
                }
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

    private static boolean isNew(Topic<String, ?> topic, CreateTopicsResult result)
            throws InterruptedException, ExecutionException, TimeoutException {
        try {
            Objects.requireNonNull(result.values().get(topic.name())).get(TIMEOUT_SECONDS, TimeUnit.SECONDS);
            LOG.infof("topic created topic=%s", topic.name());
            return true;
        } catch (ExecutionException e) {
            if (!(e.getCause() instanceof TopicExistsException)) {
                throw e;
            }
            return false;
        }
    }
}
