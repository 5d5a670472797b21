package org.retold.teststack;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.function.Predicate;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;
import org.retold.contract.CloudEvents;
import org.retold.contract.Topic;

/**
 * A test's hand on one topic: send to it, and read what committed transactions left there. What was on the topic before
 * the probe was made is not shown, so that tests may share a broker; {@link #fromBeginning()} shows it.
 */
public final class TopicProbe<K, V> implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Topic<K, V> topic;
    private final Producer<byte[], byte[]> producer;
    private final Consumer<byte[], byte[]> consumer;
    private final List<ConsumerRecord<K, @Nullable V>> seen = new ArrayList<>();

    private TopicProbe(String kafka, Topic<K, V> topic) {
        this.topic = topic;
        this.producer = new KafkaProducer<>(
                Map.of(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, kafka, ProducerConfig.LINGER_MS_CONFIG, 0),
                new ByteArraySerializer(),
                new ByteArraySerializer());
        this.consumer = new KafkaConsumer<>(
                Map.of(
                        ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        kafka,
                        ConsumerConfig.ISOLATION_LEVEL_CONFIG,
                        "read_committed"),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer());
        List<TopicPartition> partitions = consumer.partitionsFor(topic.name()).stream()
                .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
                .toList();
        consumer.assign(partitions);
        consumer.seekToEnd(partitions);
        partitions.forEach(consumer::position);
    }

    /** A probe on the shared servers; makes the topic, as its writer would, if it is not there yet. */
    public static <K, V> TopicProbe<K, V> on(Topic<K, V> topic) {
        return on(TestServers.shared().kafka(), topic);
    }

    /** A probe on the given bootstrap servers; makes the topic, as its writer would, if it is not there yet. */
    public static <K, V> TopicProbe<K, V> on(String kafka, Topic<K, V> topic) {
        create(kafka, List.of(topic));
        return new TopicProbe<>(kafka, topic);
    }

    /** Makes these topics as their writers would; those that are there stay as they are. */
    public static void create(String kafka, List<? extends Topic<?, ?>> topics) {
        try (Admin admin = Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, kafka))) {
            for (Topic<?, ?> topic : topics) {
                NewTopic wanted = new NewTopic(topic.name(), Optional.of(topic.partitions()), Optional.of((short) 1));
                try {
                    admin.createTopics(List.of(wanted.configs(topic.settings())))
                            .all()
                            .get();
                } catch (ExecutionException e) {
                    if (!(e.getCause() instanceof TopicExistsException)) {
                        throw new IllegalStateException("cannot create " + topic.name(), e.getCause());
                    }
                }
            }
            awaitLeaders(admin, topics.stream().map(Topic::name).toList());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    private static void awaitLeaders(Admin admin, List<String> names) throws InterruptedException {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            try {
                boolean led = admin.describeTopics(names).allTopicNames().get().values().stream()
                        .flatMap(description -> description.partitions().stream())
                        .allMatch(partition -> partition.leader() != null);
                if (led) {
                    return;
                }
            } catch (ExecutionException e) {
                if (!(e.getCause() instanceof UnknownTopicOrPartitionException)) {
                    throw new IllegalStateException("cannot describe " + names, e.getCause());
                }
            }
            if (System.nanoTime() > deadline) {
                throw new IllegalStateException("no leaders for " + names);
            }
            Thread.sleep(20);
        }
    }

    /**
     * Sends one record as its writer would, CloudEvents headers included, and waits for the acknowledgement.
     *
     * @param value null is a tombstone
     * @param accepted the record's timestamp
     * @return the record's offset
     */
    public long send(K key, @Nullable V value, Instant accepted) {
        Headers headers = CloudEvents.headers(topic, "/retold/test", key + "@" + accepted, accepted);
        byte[] bytes = value == null ? null : topic.valueSerde().serializer().serialize(topic.name(), headers, value);
        return sendBytes(key, bytes, accepted, headers);
    }

    /** Sends bytes that need not be a record of this topic at all, without headers. */
    public long sendPoison(K key, byte[] bytes, Instant accepted) {
        return sendBytes(key, bytes, accepted, new RecordHeaders());
    }

    /** Sends text that need not be a record of this topic at all, without headers. */
    public long sendPoison(K key, String text, Instant accepted) {
        return sendPoison(key, text.getBytes(StandardCharsets.UTF_8), accepted);
    }

    private long sendBytes(K key, byte @Nullable [] bytes, Instant accepted, Headers headers) {
        byte[] keyBytes = topic.keySerde().serializer().serialize(topic.name(), key);
        try {
            return producer.send(
                            new ProducerRecord<>(topic.name(), null, accepted.toEpochMilli(), keyBytes, bytes, headers))
                    .get()
                    .offset();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("cannot send to " + topic.name(), e.getCause());
        }
    }

    /** From now on shows what was on the topic before, too. */
    public TopicProbe<K, V> fromBeginning() {
        seen.clear();
        consumer.seekToBeginning(consumer.assignment());
        return this;
    }

    /** Keys of everything that is on the topic, read for this long; also of what is no record of this topic at all. */
    public List<K> keysFromBeginning(Duration time) {
        consumer.seekToBeginning(consumer.assignment());
        List<K> keys = new ArrayList<>();
        long deadline = System.nanoTime() + time.toNanos();
        while (System.nanoTime() < deadline) {
            for (ConsumerRecord<byte[], byte[]> record : consumer.poll(Duration.ofMillis(100))) {
                keys.add(topic.keySerde().deserializer().deserialize(record.topic(), record.headers(), record.key()));
            }
        }
        return keys;
    }

    /** Waits until at least this many records came, within a minute, and gives all that came. */
    public List<ConsumerRecord<K, @Nullable V>> await(int atLeast) {
        return awaitUntil(records -> records.size() >= atLeast, "%d records".formatted(atLeast), PATIENCE);
    }

    /** Waits until one record of this kind came, within a minute, and gives it. */
    public ConsumerRecord<K, @Nullable V> awaitOne(Predicate<ConsumerRecord<K, @Nullable V>> wanted) {
        return awaitUntil(records -> records.stream().anyMatch(wanted), "such a record", PATIENCE).stream()
                .filter(wanted)
                .findFirst()
                .orElseThrow();
    }

    /** The values of {@link #await}, tombstones left out. */
    public List<V> awaitValues(int atLeast) {
        List<V> values = new ArrayList<>();
        for (ConsumerRecord<K, @Nullable V> record : await(atLeast)) {
            V value = record.value();
            if (value != null) {
                values.add(value);
            }
        }
        return List.copyOf(values);
    }

    /** Waits this long and gives all that came by then: for tests that nothing (more) comes. */
    public List<ConsumerRecord<K, @Nullable V>> settle(Duration time) {
        long deadline = System.nanoTime() + time.toNanos();
        while (System.nanoTime() < deadline) {
            poll();
        }
        return List.copyOf(seen);
    }

    /** Waits until all that came satisfies the condition, and gives all that came. */
    public List<ConsumerRecord<K, @Nullable V>> awaitUntil(
            Predicate<List<ConsumerRecord<K, @Nullable V>>> condition, String what, Duration patience) {
        long deadline = System.nanoTime() + patience.toNanos();
        while (!condition.test(List.copyOf(seen))) {
            if (System.nanoTime() > deadline) {
                throw new AssertionError(
                        "waited %s for %s on %s; %d records came".formatted(patience, what, topic.name(), seen.size()));
            }
            poll();
        }
        return List.copyOf(seen);
    }

    private void poll() {
        for (ConsumerRecord<byte[], byte[]> record : consumer.poll(Duration.ofMillis(100))) {
            seen.add(read(record));
        }
    }

    private ConsumerRecord<K, @Nullable V> read(ConsumerRecord<byte[], byte[]> record) {
        K key = topic.keySerde().deserializer().deserialize(record.topic(), record.headers(), record.key());
        V value = record.value() == null
                ? null
                : topic.valueSerde().deserializer().deserialize(record.topic(), record.headers(), record.value());
        return new ConsumerRecord<>(
                record.topic(),
                record.partition(),
                record.offset(),
                record.timestamp(),
                record.timestampType(),
                record.serializedKeySize(),
                record.serializedValueSize(),
                key,
                value,
                record.headers(),
                record.leaderEpoch());
    }

    @Override
    public void close() {
        producer.close();
        consumer.close();
    }
}
