package org.retold.dedupe;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.retold.contract.Article;
import org.retold.contract.ArticleRecordKey;
import org.retold.contract.Json;
import org.retold.contract.Story;
import org.retold.contract.Topics;

/** Both ends of the service, on a real Kafka: articles go in, stories are read as a consumer reads them. */
final class Wire implements AutoCloseable {

    private final String kafka;
    private final KafkaProducer<String, byte[]> producer;
    private final KafkaConsumer<String, byte[]> consumer;
    private final Map<String, List<String>> texts = new TreeMap<>();
    private final Map<String, Story> stories = new TreeMap<>();
    private long published;

    Wire(String kafka) {
        this.kafka = kafka;
        producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", kafka), new StringSerializer(), new ByteArraySerializer());
        consumer = new KafkaConsumer<>(
                Map.of(
                        "bootstrap.servers",
                        kafka,
                        "isolation.level",
                        "read_committed",
                        "auto.offset.reset",
                        "earliest"),
                new StringDeserializer(),
                new ByteArrayDeserializer());
        consumer.assign(Press.WRITTEN.stream()
                .map(topic -> new TopicPartition(topic.name(), 0))
                .toList());
    }

    /** As normalize-service does. */
    void createArticles() {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", kafka))) {
            NewTopic topic = new NewTopic(Topics.ARTICLES.name(), Optional.of(1), Optional.of((short) 1));
            admin.createTopics(List.of(topic.configs(Topics.ARTICLES.settings())))
                    .all()
                    .get();
        } catch (InterruptedException | ExecutionException e) {
            if (!(e.getCause() instanceof TopicExistsException)) {
                throw new IllegalStateException(e);
            }
        }
    }

    void publish(Article... articles) {
        List<Future<RecordMetadata>> sent = new ArrayList<>();
        for (Article article : articles) {
            sent.add(producer.send(new ProducerRecord<>(
                    Topics.ARTICLES.name(),
                    null,
                    article.fetched().toEpochMilli(),
                    new ArticleRecordKey(article.id(), 0, published++).toString(),
                    Objects.requireNonNull(Json.write(article)))));
        }
        producer.flush();
        assertThat(sent).allSatisfy(record -> assertThat(record.isDone()).isTrue());
    }

    /** A tombstone for some record of the article, when all before it is published. */
    void takeDown(String articleId, Instant at) {
        String key = new ArticleRecordKey(articleId, 0, 0).toString();
        Future<RecordMetadata> sent = producer.send(
                new ProducerRecord<>(Topics.ARTICLES.name(), null, at.toEpochMilli(), key, (byte[]) null));
        producer.flush();
        assertThat(sent.isDone()).isTrue();
    }

    Map<String, Story> stories() {
        read();
        return stories;
    }

    /** All committed records so far, topic by topic, as {@link Press#readEverything} tells them. */
    List<String> everything() {
        read();
        return Press.WRITTEN.stream()
                .flatMap(topic -> texts.getOrDefault(topic.name(), List.of()).stream())
                .toList();
    }

    private void read() {
        for (ConsumerRecord<String, byte[]> record : consumer.poll(Duration.ofMillis(200))) {
            texts.computeIfAbsent(record.topic(), topic -> new ArrayList<>())
                    .add(Press.text(
                            record.topic(), record.key(), record.timestamp(), record.headers(), record.value()));
            if (record.topic().equals(Topics.STORIES.name())) {
                Story story = Json.read(Story.class, record.value());
                if (story == null) {
                    stories.remove(record.key());
                } else {
                    stories.put(record.key(), story);
                }
            }
        }
    }

    /** Live stories as sets of article ids. */
    Set<Set<String>> clusters() {
        return Clusters.of(stories());
    }

    @Override
    public void close() {
        producer.close();
        consumer.close();
    }
}
