package org.retold.normalize.kafka;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.RecordsToDelete;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.SerializationException;
import org.jspecify.annotations.Nullable;
import org.retold.contract.Item;
import org.retold.contract.Json;
import org.retold.contract.Topics;
import org.retold.normalize.takedown.Place;
import org.retold.normalize.takedown.Search;

/** The items topic: a buffer that may be emptied up to where it was normalised. */
final class RawItems {

    private final Connection connection;
    private final Admin admin;
    private final String group;

    /** @param group whose committed offsets say what was normalised */
    RawItems(Connection connection, Admin admin, String group) {
        this.connection = connection;
        this.admin = admin;
        this.group = group;
    }

    void find(Search search) {
        WholeTopic.walk(Topics.ITEMS, connection, record -> {
            Item item = item(record.value());
            if (item != null) {
                search.of(item, new Place(record.partition(), record.offset()));
            }
        });
    }

    /** Deletes what is normalised up to the last of these items; what is not has to wait for another round. */
    void delete(Map<Integer, Long> lastItems) throws InterruptedException {
        try {
            Map<TopicPartition, OffsetAndMetadata> normalized = admin.listConsumerGroupOffsets(group)
                    .partitionsToOffsetAndMetadata()
                    .get();
            Map<TopicPartition, RecordsToDelete> deletions = new HashMap<>();
            lastItems.forEach((partition, last) -> {
                TopicPartition at = new TopicPartition(Topics.ITEMS.name(), partition);
                OffsetAndMetadata next = normalized.get(at);
                if (next != null && next.offset() > last) {
                    deletions.put(at, RecordsToDelete.beforeOffset(last + 1));
                }
            });
            admin.deleteRecords(deletions).all().get();
        } catch (ExecutionException e) {
            throw new KafkaException("cannot delete items", e.getCause());
        }
    }

    private static @Nullable Item item(byte @Nullable [] value) {
        try {
            return Json.read(Item.class, value);
        } catch (SerializationException e) {
            return null; // a rejection has it
        }
    }
}
