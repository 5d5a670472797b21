package org.retold.dedupe;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.test.TestRecord;
import org.jspecify.annotations.Nullable;
import org.retold.access.Brokers;
import org.retold.contract.Article;
import org.retold.contract.ArticleRecordKey;
import org.retold.contract.Json;
import org.retold.contract.Story;
import org.retold.contract.Topic;
import org.retold.contract.Topics;
import org.retold.dedupe.kafka.Meters;
import org.retold.dedupe.kafka.Shards;
import org.retold.dedupe.kafka.Stores;
import org.retold.dedupe.kafka.StreamsProperties;
import org.retold.dedupe.verify.Verifier;
import org.retold.dedupe.view.Views;

/** The whole topology in one thread, without Kafka: records in, records out. */
final class Press implements AutoCloseable {

    /** What stories are told on. */
    static final List<Topic<String, ?>> WRITTEN = List.of(Topics.STORIES, Topics.STORY_EVENTS, Topics.EVIDENCE);

    static final Duration MEMORY = Duration.ofDays(60);
    private static final Views VIEWS = Views.shipped();
    private static final Verifier VERIFIER = Verifier.shipped();

    private final MeterRegistry registry = new SimpleMeterRegistry();
    private final Path directory;
    private final TopologyTestDriver driver;
    private long published;

    Press(int shards) {
        this(shards, Stores.Place.IN_MEMORY, Map.of());
    }

    /** @param settings of the streams client that are not those of production */
    Press(int shards, Stores.Place large, Map<String, Object> settings) {
        directory = temporaryDirectory();
        Properties properties = new StreamsProperties(
                        Brokers.at("unused:9092"), directory, (short) 1, 1, 0, Duration.ofMillis(100))
                .asProperties();
        properties.remove(StreamsConfig.PROCESSING_GUARANTEE_CONFIG); // the driver knows no transactions
        properties.putAll(settings);
        driver = new TopologyTestDriver(topology(shards, large, registry), properties);
    }

    static Topology topology(int shards) {
        return topology(shards, Stores.Place.IN_MEMORY, new SimpleMeterRegistry());
    }

    private static Topology topology(int shards, Stores.Place large, MeterRegistry registry) {
        Meters meters = new Meters(registry);
        return new DedupeTopology(VIEWS, VERIFIER, new Shards(shards), MEMORY, new Stores(large), meters).build();
    }

    /** How many records were refused for this reason, as operators are told. */
    double refused(String code) {
        return registry.get("retold.dedupe.rejections")
                .tag("code", code)
                .counter()
                .count();
    }

    /** Where large stores are. */
    Path directory() {
        return directory;
    }

    void timePasses(Duration byTheWallClock) {
        driver.advanceWallClockTime(byTheWallClock);
    }

    Press publish(Article... articles) {
        for (Article article : articles) {
            String key = new ArticleRecordKey(article.id(), 0, published++).toString();
            send(Topics.ARTICLES, key, Objects.requireNonNull(Json.write(article)), article.fetched());
        }
        return this;
    }

    /** A tombstone for some record of the article. */
    Press takeDown(String articleId, Instant at) {
        send(Topics.ARTICLES, new ArticleRecordKey(articleId, 0, 0).toString(), null, at);
        return this;
    }

    <V> void send(Topic<String, V> topic, String key, byte @Nullable [] value, Instant at) {
        send(topic, new TestRecord<>(key, value, at));
    }

    <V> void send(Topic<String, V> topic, TestRecord<String, byte[]> record) {
        driver.createInputTopic(topic.name(), new StringSerializer(), new ByteArraySerializer())
                .pipeInput(record);
    }

    /** What was written since the last call. */
    <V> List<TestRecord<String, V>> read(Topic<String, V> topic) {
        return driver.createOutputTopic(
                        topic.name(),
                        topic.keySerde().deserializer(),
                        topic.valueSerde().deserializer())
                .readRecordsToList();
    }

    /** All records on all topics since the last call, as bytes, with time and headers. */
    List<String> readEverything() {
        List<String> everything = new ArrayList<>();
        for (Topic<String, ?> topic : WRITTEN) {
            driver.createOutputTopic(topic.name(), new StringDeserializer(), new ByteArrayDeserializer())
                    .readRecordsToList()
                    .forEach(record -> everything.add(
                            text(topic.name(), record.key(), record.timestamp(), record.headers(), record.value())));
        }
        return everything;
    }

    /** The stories as a reader of the compacted topic has them. */
    Map<String, Story> stories() {
        Map<String, Story> stories = new TreeMap<>();
        for (TestRecord<String, Story> record : read(Topics.STORIES)) {
            if (record.value() == null) {
                stories.remove(record.key());
            } else {
                stories.put(record.key(), record.value());
            }
        }
        return stories;
    }

    /** Live stories as sets of article ids. */
    Set<Set<String>> clusters() {
        return Clusters.of(stories());
    }

    @Override
    public void close() {
        driver.close();
        try (var files = Files.walk(directory)) {
            files.sorted(Comparator.reverseOrder())
                    .forEach(file -> file.toFile().delete());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String text(String topic, String key, long at, Headers headers, byte[] value) {
        List<String> named = new ArrayList<>();
        headers.forEach(header -> named.add(header.key() + "=" + new String(header.value(), UTF_8)));
        return "%s %s %d %s %s".formatted(topic, key, at, named, value == null ? "-" : new String(value, UTF_8));
    }

    private static Path temporaryDirectory() {
        try {
            return Files.createTempDirectory("dedupe-press");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
