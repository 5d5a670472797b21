package org.retold.normalize.kafka;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.SerializationException;
import org.jspecify.annotations.Nullable;
import org.retold.contract.Article;
import org.retold.contract.ArticleRecordKey;
import org.retold.contract.CloudEvents;
import org.retold.contract.Json;
import org.retold.contract.Removal;
import org.retold.contract.Topic;
import org.retold.contract.Topics;
import org.retold.normalize.takedown.Place;
import org.retold.normalize.takedown.Search;

/** The articles topic as the sweeper has it: finds records, ends them, and tells how far that has come. */
final class ArticleLog {

    private static final String SOURCE = "/retold/normalize-service";

    private final Connection connection;
    private final Producer<String, byte[]> producer;

    ArticleLog(Connection connection, Producer<String, byte[]> producer) {
        this.connection = connection;
        this.producer = producer;
    }

    /** Keys of the records that are there and not to be, each with its takedown. */
    Map<String, String> find(Search search) {
        Map<String, String> found = new LinkedHashMap<>();
        WholeTopic.walk(Topics.ARTICLES, connection, record -> {
            Article article = article(record.value());
            // What has no key nobody tells, and the broker drops it when it cleans.
            if (article != null && record.key() != null) {
                search.of(article, place(record.key())).ifPresent(takedown -> found.put(record.key(), takedown));
            }
        });
        return found;
    }

    /** Writes a tombstone for each of these keys. */
    void end(Map<String, String> takedownByKey, Instant now) throws InterruptedException {
        List<Future<RecordMetadata>> sent = new ArrayList<>();
        takedownByKey.forEach(
                (key, takedown) -> sent.add(send(Topics.ARTICLES, key, null, "%s/%s".formatted(takedown, key), now)));
        await(sent);
    }

    void tell(Removal removal) throws InterruptedException {
        String id = "%s/%s/%d"
                .formatted(
                        removal.takedownId(),
                        removal.state(),
                        removal.articleIds().size());
        await(List.of(send(Topics.REMOVALS, removal.takedownId(), Json.write(removal), id, removal.at())));
    }

    /** Tells no more of a takedown that was lifted. */
    void forget(String takedownId, Instant now) throws InterruptedException {
        await(List.of(send(Topics.REMOVALS, takedownId, null, takedownId + "/lifted", now)));
    }

    private Future<RecordMetadata> send(
            Topic<String, ?> topic, String key, byte @Nullable [] value, String id, Instant at) {
        return producer.send(new ProducerRecord<>(
                topic.name(), null, at.toEpochMilli(), key, value, CloudEvents.headers(topic, SOURCE, id, at)));
    }

    private static void await(List<Future<RecordMetadata>> sent) throws InterruptedException {
        try {
            for (Future<RecordMetadata> record : sent) {
                record.get();
            }
        } catch (ExecutionException e) {
            throw new KafkaException("Kafka did not take a record", e.getCause());
        }
    }

    private static @Nullable Article article(byte @Nullable [] value) {
        try {
            return Json.read(Article.class, value);
        } catch (SerializationException e) {
            return null; // nobody can read it
        }
    }

    private static Optional<Place> place(String key) {
        try {
            ArticleRecordKey parsed = ArticleRecordKey.parse(key);
            return Optional.of(new Place(parsed.itemsPartition(), parsed.itemsOffset()));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
