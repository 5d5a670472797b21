package org.retold.api.kafka;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.retold.api.arrival.Source;

/** Which of the topics there are, and under which id the broker knows each. */
final class TopicDirectory implements AutoCloseable {

    private final Admin admin;

    TopicDirectory(Connection connection) {
        this.admin = connection.admin();
    }

    /** The id of the topic of each partition that exists. */
    Map<Source, String> lookUp(List<String> names) {
        Map<Source, String> found = new LinkedHashMap<>();
        admin.describeTopics(names).topicNameValues().forEach((name, description) -> {
            try {
                TopicDescription topic = description.get();
                topic.partitions()
                        .forEach(partition -> found.put(
                                new Source(name, partition.partition()),
                                topic.topicId().toString()));
            } catch (ExecutionException e) {
                if (!(e.getCause() instanceof UnknownTopicOrPartitionException)) {
                    throw new KafkaException("the broker does not tell its topics", e.getCause());
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new KafkaException("interrupted", e);
            }
        });
        return found;
    }

    @Override
    public void close() {
        admin.close(java.time.Duration.ofSeconds(1));
    }
}
