package org.retold.local.kafka;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.retold.access.Brokers;
import org.retold.local.replay.ListedStory;
import org.retold.local.tail.TopicRecord;

/** Reads a topic of stories as its contract has it: the newest snapshot of each, committed ones only. */
public final class StoriesTopic {

    private static final Duration POLL = Duration.ofMillis(200);
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Brokers brokers;
    private final String name;

    public StoriesTopic(Brokers brokers, String name) {
        this.brokers = brokers;
        this.name = name;
    }

    /**
     * The stories that stand now, each with its articles that arrived before an offset of the articles topic; stories
     * without any are left out.
     */
    public Collection<ListedStory> stories(long arrivedBefore) {
        Map<String, ListedStory> stories = new LinkedHashMap<>();
        try (Consumer<byte[], byte[]> consumer = consumer()) {
            List<TopicPartition> partitions = consumer.partitionsFor(name).stream()
                    .map(partition -> new TopicPartition(name, partition.partition()))
                    .toList();
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                consumer.poll(POLL).forEach(record -> apply(record, stories, arrivedBefore));
            }
        }
        return new ArrayList<>(stories.values());
    }

    private static void apply(
            ConsumerRecord<byte[], byte[]> record, Map<String, ListedStory> stories, long arrivedBefore) {
        if (TopicRecord.isOfAnotherVersion(record.topic(), type(record))) {
            return;
        }
        String id = new String(record.key(), UTF_8);
        if (record.value() == null) {
            stories.remove(id);
            return;
        }
        try {
            JsonNode story = JSON.readTree(record.value());
            stories.remove(id);
            Map<String, String> titles = new LinkedHashMap<>();
            for (JsonNode article : story.path("articles")) {
                if (article.path("arrival").asLong() < arrivedBefore) {
                    titles.put(
                            article.path("id").asText(), article.path("title").asText());
                }
            }
            if (!story.hasNonNull("mergedInto") && !titles.isEmpty()) {
                stories.put(id, new ListedStory(id, story.path("headline").asText(), titles));
            }
        } catch (IOException e) {
            // No service reads it either: what was told of the story before still stands.
        }
    }

    private static String type(ConsumerRecord<byte[], byte[]> record) {
        Header type = record.headers().lastHeader("ce_type");
        return type == null || type.value() == null ? "" : new String(type.value(), UTF_8);
    }

    private Consumer<byte[], byte[]> consumer() {
        return new KafkaConsumer<>(
                brokers.and(Map.of(
                        ConsumerConfig.ISOLATION_LEVEL_CONFIG,
                        "read_committed",
                        ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
                        false,
                        ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG,
                        false)),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer());
    }
}
