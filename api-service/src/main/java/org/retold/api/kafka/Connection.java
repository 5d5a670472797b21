package org.retold.api.kafka;

import java.time.Duration;
import java.util.Map;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.retold.access.Brokers;

/**
 * The clients of one Kafka cluster, set up for this service.
 *
 * @param patience how long a call waits for the brokers
 */
public record Connection(Brokers brokers, Duration patience) {

    private static final int RECORDS_PER_BATCH = 500;
    private static final Duration USUAL_PATIENCE = Duration.ofSeconds(10);

    public Connection(Brokers brokers) {
        this(brokers, USUAL_PATIENCE);
    }

    Admin admin() {
        return Admin.create(brokers.and(Map.of(
                CommonClientConfigs.CLIENT_ID_CONFIG,
                "retold-api-admin",
                CommonClientConfigs.REQUEST_TIMEOUT_MS_CONFIG,
                "5000",
                CommonClientConfigs.DEFAULT_API_TIMEOUT_MS_CONFIG,
                patienceMillis())));
    }

    /** No group: positions are kept in the database, in the transaction that applies the records. */
    Consumer<byte[], byte[]> consumer() {
        return new KafkaConsumer<>(
                brokers.and(Map.of(
                        CommonClientConfigs.CLIENT_ID_CONFIG,
                        "retold-api",
                        ConsumerConfig.ISOLATION_LEVEL_CONFIG,
                        "read_committed",
                        ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
                        false,
                        ConsumerConfig.AUTO_OFFSET_RESET_CONFIG,
                        "none",
                        ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG,
                        false,
                        ConsumerConfig.MAX_POLL_RECORDS_CONFIG,
                        RECORDS_PER_BATCH,
                        CommonClientConfigs.DEFAULT_API_TIMEOUT_MS_CONFIG,
                        patienceMillis())),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer());
    }

    /** @param transactionalId of this producer alone */
    Producer<byte[], byte[]> producer(String transactionalId) {
        return new KafkaProducer<>(
                brokers.and(Map.of(
                        CommonClientConfigs.CLIENT_ID_CONFIG,
                        transactionalId,
                        ProducerConfig.TRANSACTIONAL_ID_CONFIG,
                        transactionalId,
                        ProducerConfig.TRANSACTION_TIMEOUT_CONFIG,
                        15_000,
                        ProducerConfig.MAX_BLOCK_MS_CONFIG,
                        patienceMillis(),
                        ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG,
                        5_000,
                        ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG,
                        10_000)),
                new ByteArraySerializer(),
                new ByteArraySerializer());
    }

    Producer<byte[], byte[]> producer() {
        return new KafkaProducer<>(
                brokers.and(Map.of(
                        CommonClientConfigs.CLIENT_ID_CONFIG,
                        "retold-api-rejections",
                        ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG,
                        true,
                        ProducerConfig.MAX_BLOCK_MS_CONFIG,
                        patienceMillis(),
                        ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG,
                        5_000,
                        ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG,
                        15_000,
                        ProducerConfig.MAX_REQUEST_SIZE_CONFIG,
                        1024 * 1024,
                        ProducerConfig.COMPRESSION_TYPE_CONFIG,
                        "zstd")),
                new ByteArraySerializer(),
                new ByteArraySerializer());
    }

    private String patienceMillis() {
        return Long.toString(patience.toMillis());
    }
}
