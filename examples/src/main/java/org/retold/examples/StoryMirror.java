package org.retold.examples;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/** All stories, in memory: first what the compacted topic holds, then each change to them, whole. */
public final class StoryMirror implements AutoCloseable {

    private static final TopicPartition STORIES = new TopicPartition("retold.stories.v1", 0);
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Consumer<String, byte[]> consumer;
    private final Map<String, JsonNode> stories = new HashMap<>();

    /** What belongs to the change that is being read, by story; empty for a tombstone. */
    private final Map<String, Optional<JsonNode>> change = new LinkedHashMap<>();

    private long changeNumber = -1;

    /** @param kafka HOST:PORT */
    public StoryMirror(String kafka) {
        consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", kafka, "isolation.level", "read_committed"),
                new StringDeserializer(),
                new ByteArrayDeserializer());
        // Without a group: every mirror reads all of it, from the beginning, each time it starts.
        consumer.assign(List.of(STORIES));
        consumer.seekToBeginning(List.of(STORIES));
    }

    /** Reads on; afterwards no article is in two stories or in none. */
    public void poll(Duration wait) throws IOException {
        for (ConsumerRecord<String, byte[]> record : consumer.poll(wait)) {
            take(record);
        }
        if (isCaughtUp()) {
            apply();
        }
    }

    /** Whether everything that is on the topic has been read. */
    public boolean isCaughtUp() {
        return consumer.currentLag(STORIES).orElse(Long.MAX_VALUE) == 0;
    }

    /** The stories that stand, by id; those that were merged into another are left out. */
    public Map<String, JsonNode> stories() {
        Map<String, JsonNode> standing = new HashMap<>(stories);
        standing.values().removeIf(story -> story.hasNonNull("mergedInto"));
        return standing;
    }

    private void take(ConsumerRecord<String, byte[]> record) throws IOException {
        if (record.value() == null) {
            change.put(record.key(), Optional.empty());
            return;
        }
        JsonNode story = JSON.readTree(record.value());
        if (story.get("change").asLong() != changeNumber) {
            // What was missing of the change before is compacted away: newer snapshots replace it.
            apply();
            changeNumber = story.get("change").asLong();
        }
        change.put(record.key(), Optional.of(story));
        if (change.values().stream().filter(Optional::isPresent).count()
                >= story.get("changeSize").asInt()) {
            apply();
        }
    }

    private void apply() {
        change.forEach((id, story) -> {
            if (story.isPresent()) {
                stories.put(id, story.get());
            } else {
                stories.remove(id);
            }
        });
        change.clear();
    }

    @Override
    public void close() {
        consumer.close();
    }
}
