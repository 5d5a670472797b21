package org.retold.normalize.kafka;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.retold.contract.Topic;

/** Walks through all that a topic holds at this moment, partition by partition in order. */
final class WholeTopic {

    private static final Duration POLL = Duration.ofSeconds(1);

    private WholeTopic() {}

    static void walk(
            Topic<?, ?> topic,
            Connection connection,
            java.util.function.Consumer<ConsumerRecord<String, byte[]>> each) {
        try (Consumer<String, byte[]> consumer = connection.consumer(Map.of())) {
            List<TopicPartition> partitions = consumer.partitionsFor(topic.name()).stream()
                    .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            while (partitions.stream().anyMatch(at -> consumer.position(at) < Objects.requireNonNull(ends.get(at)))) {
                consumer.poll(POLL).forEach(each);
            }
        }
    }
}
