package org.retold.dedupe.kafka;

import static org.apache.kafka.streams.StreamsConfig.consumerPrefix;
import static org.apache.kafka.streams.StreamsConfig.producerPrefix;
import static org.apache.kafka.streams.StreamsConfig.topicPrefix;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Properties;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.streams.StreamsConfig;
import org.retold.access.Brokers;

/** How the streams client runs: exactly once, small, and quick to recover. */
public record StreamsProperties(
        Naming naming,
        Brokers brokers,
        Path state,
        short replicationFactor,
        int threads,
        int standbys,
        Duration commitInterval) {

    /** A story of a thousand articles, or the ids of one of many more. */
    private static final int MOST_BYTES = 4 * 1024 * 1024;

    /** Some fifty probes; the default has room for four. */
    private static final int BATCH_BYTES = 256 * 1024;

    /** Others take over at once from one that ends when it is asked to; Kafka Streams lets them wait until it is missed. */
    private static final String LEAVE_GROUP_ON_CLOSE = "internal.leave.group.on.close";

    /** The others hear of it when they next tell that they live, and take over; 15 seconds are to be enough for all of it. */
    private static final int MISSED_AFTER_MILLIS = 8_000;

    private static final int CACHE_BYTES = 4 * 1024 * 1024;

    /** Of the live service. */
    public StreamsProperties(
            Brokers brokers, Path state, short replicationFactor, int threads, int standbys, Duration commitInterval) {
        this(new Naming.Live(), brokers, state, replicationFactor, threads, standbys, commitInterval);
    }

    public Properties asProperties() {
        Properties properties = new Properties();
        properties.put(StreamsConfig.APPLICATION_ID_CONFIG, naming.applicationId());
        brokers.putInto(properties);
        properties.put(StreamsConfig.STATE_DIR_CONFIG, state.toAbsolutePath().toString());
        properties.put(StreamsConfig.PROCESSING_GUARANTEE_CONFIG, StreamsConfig.EXACTLY_ONCE_V2);
        properties.put(StreamsConfig.COMMIT_INTERVAL_MS_CONFIG, commitInterval.toMillis());
        properties.put(StreamsConfig.NUM_STREAM_THREADS_CONFIG, threads);
        properties.put(StreamsConfig.NUM_STANDBY_REPLICAS_CONFIG, standbys);
        properties.put(StreamsConfig.REPLICATION_FACTOR_CONFIG, (int) replicationFactor);
        properties.put(StreamsConfig.STATESTORE_CACHE_MAX_BYTES_CONFIG, CACHE_BYTES);
        properties.put(StreamsConfig.ROCKSDB_CONFIG_SETTER_CLASS_CONFIG, BoundedRocksDb.class);
        properties.put(BoundedRocksDb.REWRITTEN_AFTER_SECONDS, InternalTopics.CLEANED_AFTER.toSeconds());
        InternalTopics.SETTINGS.forEach((setting, value) -> properties.put(topicPrefix(setting), value));
        properties.put(topicPrefix(TopicConfig.MAX_MESSAGE_BYTES_CONFIG), MOST_BYTES);
        properties.put(producerPrefix(ProducerConfig.MAX_REQUEST_SIZE_CONFIG), MOST_BYTES);
        properties.put(producerPrefix(ProducerConfig.BATCH_SIZE_CONFIG), BATCH_BYTES);
        properties.put(producerPrefix(ProducerConfig.TRANSACTION_TIMEOUT_CONFIG), 10_000);
        properties.put(consumerPrefix(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG), MISSED_AFTER_MILLIS);
        properties.put(consumerPrefix(ConsumerConfig.HEARTBEAT_INTERVAL_MS_CONFIG), MISSED_AFTER_MILLIS / 4);
        properties.put(consumerPrefix(LEAVE_GROUP_ON_CLOSE), true);
        properties.put(consumerPrefix(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG), "earliest");
        return properties;
    }
}
