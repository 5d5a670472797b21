package org.retold.local.kafka;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndTimestamp;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.jspecify.annotations.Nullable;
import org.retold.access.Brokers;
import org.retold.local.tail.MergedRecords.Source;
import org.retold.local.tail.TopicRecord;

/** Reads topics as anybody may: committed records only, in no group, so that nobody else's reading changes. */
public final class TopicReader implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final Duration POLL = Duration.ofMillis(100);
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Consumer<byte[], byte[]> consumer;
    private final Map<TopicPartition, Long> ends = new HashMap<>();

    public TopicReader(Brokers brokers) {
        consumer = new KafkaConsumer<>(
                brokers.and(Map.of(
                        CommonClientConfigs.DEFAULT_API_TIMEOUT_MS_CONFIG,
                        (int) PATIENCE.toMillis(),
                        CommonClientConfigs.REQUEST_TIMEOUT_MS_CONFIG,
                        (int) PATIENCE.toMillis(),
                        ConsumerConfig.ISOLATION_LEVEL_CONFIG,
                        "read_committed",
                        ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
                        false,
                        ConsumerConfig.AUTO_OFFSET_RESET_CONFIG,
                        "earliest",
                        ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG,
                        false)),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer());
    }

    /** @throws KafkaException when nobody answers */
    public SortedSet<String> topics() {
        return new TreeSet<>(consumer.listTopics().keySet());
    }

    /**
     * Reads these topics from now on, and no others.
     *
     * @param since time of the first record
     */
    public void startAt(Collection<String> topics, Instant since) {
        List<TopicPartition> partitions = begin(topics);
        Map<TopicPartition, Long> wanted = partitions.stream()
                .collect(Collectors.toMap(partition -> partition, partition -> since.toEpochMilli()));
        Map<TopicPartition, OffsetAndTimestamp> found = consumer.offsetsForTimes(wanted);
        for (TopicPartition partition : partitions) {
            OffsetAndTimestamp offset = found.get(partition);
            consumer.seek(partition, offset == null ? end(partition) : offset.offset());
        }
    }

    /**
     * Reads these topics from now on, and no others.
     *
     * @param most how many records of each partition, counted from the end
     */
    public void startBeforeEnd(Collection<String> topics, long most) {
        List<TopicPartition> partitions = begin(topics);
        Map<TopicPartition, Long> beginnings = consumer.beginningOffsets(partitions);
        for (TopicPartition partition : partitions) {
            consumer.seek(partition, Math.max(beginnings.getOrDefault(partition, 0L), end(partition) - most));
        }
    }

    /** What has come, waiting for a moment where there is nothing. */
    public List<TopicRecord> poll() {
        return StreamSupport.stream(consumer.poll(POLL).spliterator(), false)
                .map(TopicReader::read)
                .toList();
    }

    /** Partitions that have not been read to where they ended when the reading began. */
    public Set<Source> behind() {
        return ends.entrySet().stream()
                .filter(end -> consumer.position(end.getKey()) < end.getValue())
                .map(end -> source(end.getKey()))
                .collect(Collectors.toSet());
    }

    /** Reads no more of these partitions for the time being, and goes on with all others. */
    public void holdBack(Set<Source> crowded) {
        Map<Boolean, List<TopicPartition>> all = consumer.assignment().stream()
                .collect(Collectors.partitioningBy(partition -> crowded.contains(source(partition))));
        consumer.pause(all.getOrDefault(true, List.of()));
        consumer.resume(all.getOrDefault(false, List.of()));
    }

    @Override
    public void close() {
        consumer.close();
    }

    private List<TopicPartition> begin(Collection<String> topics) {
        List<TopicPartition> partitions = topics.stream()
                .flatMap(topic -> consumer.partitionsFor(topic).stream())
                .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
                .toList();
        consumer.assign(partitions);
        ends.clear();
        ends.putAll(consumer.endOffsets(partitions));
        return partitions;
    }

    private long end(TopicPartition partition) {
        return ends.getOrDefault(partition, 0L);
    }

    private static Source source(TopicPartition partition) {
        return new Source(partition.topic(), partition.partition());
    }

    private static TopicRecord read(ConsumerRecord<byte[], byte[]> record) {
        Map<String, String> headers = new LinkedHashMap<>();
        for (Header header : record.headers()) {
            headers.put(header.key(), text(header.value()));
        }
        return new TopicRecord(
                record.topic(),
                record.partition(),
                record.offset(),
                Instant.ofEpochMilli(record.timestamp()),
                record.key() == null ? null : text(record.key()),
                headers,
                json(record.value()),
                Math.max(0, record.serializedValueSize()));
    }

    private static JsonNode json(byte @Nullable [] value) {
        if (value == null) {
            return NullNode.getInstance();
        }
        try {
            JsonNode json = JSON.readTree(value);
            return json.isObject() ? json : TextNode.valueOf(text(value));
        } catch (IOException e) {
            return TextNode.valueOf(text(value));
        }
    }

    private static String text(byte @Nullable [] bytes) {
        return bytes == null ? "" : new String(bytes, UTF_8);
    }
}
