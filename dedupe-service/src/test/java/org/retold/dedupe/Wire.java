package org.retold.dedupe;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.retold.contract.Article;
import org.retold.contract.Json;
import org.retold.contract.Story;
import org.retold.contract.Topics;

/** Both ends of the service, on a real Kafka: articles go in, stories are read as a consumer reads them. */
final class Wire implements AutoCloseable {

    private final String kafka;
    private final KafkaProducer<String, byte[]> producer;
    private final KafkaConsumer<String, Story> consumer;
    private final Map<String, Story> stories = new TreeMap<>();

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
                Topics.STORIES.keySerde().deserializer(),
                Topics.STORIES.valueSerde().deserializer());
        consumer.assign(List.of(new TopicPartition(Topics.STORIES.name(), 0)));
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
        for (Article article : articles) {
            producer.send(new ProducerRecord<>(
                    Topics.ARTICLES.name(),
                    null,
                    article.fetched().toEpochMilli(),
                    article.id(),
                    Objects.requireNonNull(Json.write(article))));
        }
        producer.flush();
    }

    Map<String, Story> stories() {
        consumer.poll(Duration.ofMillis(200)).forEach(record -> {
            if (record.value() == null) {
                stories.remove(record.key());
            } else {
                stories.put(record.key(), record.value());
            }
        });
        return stories;
    }

    /** Live stories as sets of article ids. */
    Set<Set<String>> clusters() {
        Set<Set<String>> clusters = new HashSet<>();
        for (Story story : stories().values()) {
            if (story.mergedInto() == null) {
                Set<String> ids = new TreeSet<>();
                story.articles().forEach(article -> ids.add(article.id()));
                clusters.add(ids);
            }
        }
        return clusters;
    }

    @Override
    public void close() {
        producer.close();
        consumer.close();
    }
}
