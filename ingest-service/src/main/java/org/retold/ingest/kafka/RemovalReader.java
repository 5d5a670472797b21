package org.retold.ingest.kafka;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.jboss.logging.Logger;
import org.retold.access.Brokers;
import org.retold.contract.CloudEvents;
import org.retold.contract.Json;
import org.retold.contract.Removal;
import org.retold.contract.Topics;
import org.retold.trail.Unquoted;

/** Reads how far takedowns have come, from the beginning of the topic on. For one thread. */
public final class RemovalReader implements AutoCloseable {

    private static final Logger LOG = Logger.getLogger(RemovalReader.class);

    private final KafkaConsumer<String, byte[]> consumer;

    public RemovalReader(Brokers brokers) {
        consumer = new KafkaConsumer<>(
                brokers.and(Map.of(
                        ConsumerConfig.CLIENT_ID_CONFIG,
                        "ingest-service-removals",
                        ConsumerConfig.ISOLATION_LEVEL_CONFIG,
                        "read_committed",
                        ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
                        false)),
                new StringDeserializer(),
                new ByteArrayDeserializer());
        TopicPartition all = new TopicPartition(Topics.REMOVALS.name(), 0);
        consumer.assign(List.of(all));
        consumer.seekToBeginning(List.of(all));
    }

    /** Gives what has come since the last call, and waits for nothing. */
    public void read(Consumer<Removal> each) {
        for (ConsumerRecord<String, byte[]> record : consumer.poll(Duration.ZERO)) {
            Optional<String> unknown = CloudEvents.unknownVersion(Topics.REMOVALS, record.headers());
            if (unknown.isPresent()) {
                leaveOut(record, unknown.get());
                continue;
            }
            try {
                Removal removal = Json.read(Removal.class, record.value());
                if (removal != null) {
                    each.accept(removal);
                }
            } catch (SerializationException e) {
                leaveOut(record, Unquoted.said(e));
            }
        }
    }

    private static void leaveOut(ConsumerRecord<String, byte[]> record, String reason) {
        LOG.warnf("record left out topic=%s offset=%d reason=%s", record.topic(), record.offset(), reason);
    }

    @Override
    public void close() {
        consumer.close();
    }
}
