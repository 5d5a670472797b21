package org.retold.local;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.retold.local.kafka.BrokerSettings;
import org.retold.local.kafka.KafkaBroker;
import org.retold.local.stack.Trouble;
import org.retold.local.tail.Samples;

/** The topics of a real Kafka, as a person and a program read them. */
final class TailTest {

    private static final long ACCEPTED = 1_791_525_731_000L;
    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    static Path directory;

    @Nullable
    private static KafkaBroker broker;

    private static String kafka = "";

    @BeforeAll
    static void topicsWithWhatThreeDecisionsLeft() throws Exception {
        broker = KafkaBroker.start(new BrokerSettings(directory, 0));
        kafka = broker.bootstrapServers();
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", kafka))) {
            admin.createTopics(Stream.of("items", "articles", "stories", "story-events", "evidence", "rejections")
                            .map(name ->
                                    new NewTopic("retold." + name + ".v1", name.equals("items") ? 3 : 1, (short) 1))
                            .toList())
                    .all()
                    .get();
        }
        try (var producer = producer()) {
            producer.initTransactions();
            producer.beginTransaction();
            producer.send(record("story-events", "9e107d", "story-event-joined", 2))
                    .get();
            producer.send(record("stories", "9e107d", "story-of-two", 2)).get();
            producer.send(record("articles", "7d79/0/1", "article-full", 1)).get();
            producer.commitTransaction();
            producer.beginTransaction();
            producer.send(record("rejections", "aborted", "rejection-not-json", 3))
                    .get();
            producer.abortTransaction();
            producer.beginTransaction();
            producer.send(record("rejections", "key", "rejection-not-json", 4)).get();
            producer.send(new ProducerRecord<String, byte[]>(
                            "retold.articles.v1", 0, Long.valueOf(ACCEPTED + 5000), "7d79/0/1", null))
                    .get();
            producer.send(new ProducerRecord<>("retold.items.v1", 2, ACCEPTED, "broken", "{".getBytes(UTF_8)))
                    .get();
            producer.commitTransaction();
        }
    }

    @AfterAll
    static void close() {
        if (broker != null) {
            broker.close();
        }
    }

    @Test
    void recordsOfAllTopicsAreToldInTheOrderOfTheirTime() throws Exception {
        List<String> lines = tail("--no-follow");

        assertThat(lines).hasSize(4);
        assertThat(lines.get(0)).contains("articles", "full");
        assertThat(lines.get(1)).contains("story-events", "joined", "9e107d9d", "Harbour Post (translation, 0.97), 2");
        assertThat(lines.get(2)).contains("rejections", "not-json");
        assertThat(lines.get(3)).contains("articles", "taken down");
    }

    @Test
    void forProgramsEachRecordIsOneObjectWithAllThatItHas() throws Exception {
        List<JsonNode> records = new ArrayList<>();
        for (String line : tail("--no-follow", "--json", "--topic", "story-events,retold.items.v1,articles")) {
            records.add(JSON.readTree(line));
        }

        assertThat(records)
                .extracting(record -> record.get("topic").asText())
                .containsExactly(
                        "retold.items.v1", "retold.articles.v1", "retold.story-events.v1", "retold.articles.v1");
        assertThat(records.get(0).get("value").asText()).isEqualTo("{");
        assertThat(records.get(0).get("partition").asInt()).isEqualTo(2);
        assertThat(records.get(2).get("value")).isEqualTo(Samples.value("story-event-joined"));
        assertThat(records.get(2).get("headers").get("ce_id").asText()).isEqualTo("story-event-joined");
        assertThat(records.get(2).get("key").asText()).isEqualTo("9e107d");
        assertThat(records.get(3).get("value").isNull()).as("a tombstone").isTrue();
    }

    @Test
    void oneStoryIsFollowedThroughItsTopics() throws Exception {
        assertThat(tail("--no-follow", "--story", "9e107d"))
                .hasSize(3)
                .allSatisfy(line -> assertThat(line).contains("9e107d9d"));
        assertThat(tail("--no-follow", "--story", "ffff")).isEmpty();
    }

    @Test
    void whatIsOlderIsLeftOut() throws Exception {
        assertThat(tail("--no-follow", "--since", "2026-10-09T06:02:14Z")).hasSize(2);
        assertThat(tail("--no-follow", "--since", "now", "--topic", "rejections"))
                .isEmpty();
    }

    @Test
    void rejectionsAreCounted() throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();

        Tail.ofRejections(arguments(Tail.REJECTIONS_OPTIONS, Tail.REJECTIONS_FLAGS), false, printing(out))
                .run();

        assertThat(out.toString(UTF_8).lines()).hasSize(2).last().asString().isEqualTo("1 rejected: 1 not-json");
    }

    @Test
    void whoFollowsHearsWhatComesUntilNobodyListens() throws Exception {
        Listener listener = new Listener();
        Thread tail = Thread.ofPlatform()
                .start(() -> Tail.of(
                                arguments(Tail.OPTIONS, Tail.FLAGS, "--topic", "evidence", "--since", "now"),
                                false,
                                printing(listener))
                        .run());

        try (var producer = producer()) {
            producer.initTransactions();
            await().atMost(Duration.ofSeconds(30)).until(() -> {
                producer.beginTransaction();
                producer.send(new ProducerRecord<>(
                                "retold.evidence.v1",
                                "7d79",
                                JSON.writeValueAsBytes(Samples.value("evidence-translation"))))
                        .get();
                producer.commitTransaction();
                return listener.toString(UTF_8).contains("Harbour Post like Le Courrier du Port: score 0.97");
            });
        }
        listener.gone.set(true);

        assertThat(tail.join(Duration.ofSeconds(30))).isTrue();
    }

    @Test
    void whatIsNotThereIsSaidInOneSentence() {
        assertThatThrownBy(() -> tail("--topic", "storys"))
                .isInstanceOf(Trouble.class)
                .hasMessageContaining("There is no topic 'storys'")
                .hasMessageContaining("articles, evidence, items");
        assertThatThrownBy(() -> tail("--since", "yesterday")).hasMessageContaining("'yesterday' is none");
        assertThatThrownBy(() -> tail("--story", "9e1")).hasMessageContaining("too short");
    }

    private static List<String> tail(String... arguments) throws IOException {
        try (ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            Tail.of(arguments(Tail.OPTIONS, Tail.FLAGS, arguments), false, printing(out))
                    .run();
            return out.toString(UTF_8).lines().toList();
        }
    }

    private static Arguments arguments(Set<String> options, Set<String> flags, String... arguments) {
        return Arguments.parsed(
                Stream.concat(Arrays.stream(arguments), Stream.of("--kafka", kafka))
                        .toList(),
                options,
                flags);
    }

    private static PrintStream printing(OutputStream out) {
        return new PrintStream(out, false, UTF_8);
    }

    private static KafkaProducer<String, byte[]> producer() {
        return new KafkaProducer<>(
                Map.of("bootstrap.servers", kafka, "transactional.id", "writer"),
                new StringSerializer(),
                new ByteArraySerializer());
    }

    private static ProducerRecord<String, byte[]> record(String topic, String key, String sample, int second)
            throws IOException {
        ProducerRecord<String, byte[]> record = new ProducerRecord<>(
                "retold." + topic + ".v1",
                0,
                ACCEPTED + 1000L * second,
                key,
                JSON.writeValueAsBytes(Samples.value(sample)));
        record.headers().add("ce_id", sample.getBytes(UTF_8));
        return record;
    }

    /** Somebody who goes away. */
    private static final class Listener extends ByteArrayOutputStream {

        private final AtomicBoolean gone = new AtomicBoolean();

        @Override
        public void flush() throws IOException {
            if (gone.get()) {
                throw new IOException("Broken pipe");
            }
        }
    }
}
