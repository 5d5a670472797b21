package org.retold.local;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.retold.local.kafka.BrokerSettings;
import org.retold.local.kafka.KafkaBroker;
import org.retold.local.kafka.Returns;
import org.retold.local.stack.Trouble;

/** Refused records go back to a real Kafka. */
final class RedriveTest {

    private static final String ITEMS = "retold.items.v1";
    private static final String REJECTIONS = "retold.rejections.v1";
    private static final long ACCEPTED = 1_791_525_731_000L;
    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    static Path directory;

    @Nullable
    private static KafkaBroker broker;

    private static String kafka = "";

    @BeforeAll
    static void aBroker() throws Exception {
        broker = KafkaBroker.start(new BrokerSettings(directory, 0));
        kafka = broker.bootstrapServers();
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", kafka))) {
            // What was accepted long ago stays for the test.
            Map<String, String> kept = Map.of("retention.ms", "-1");
            admin.createTopics(List.of(
                            new NewTopic(ITEMS, 2, (short) 1).configs(kept),
                            new NewTopic(REJECTIONS, 1, (short) 1).configs(kept)))
                    .all()
                    .get();
        }
    }

    @AfterAll
    static void close() {
        if (broker != null) {
            broker.close();
        }
    }

    @Test
    void aRefusedRecordGoesBackOnceAsItWas() throws Exception {
        long item = item("back.example/1", "{\"cut\":");
        long rejection = rejection("not-json", item, "back.example/1", "{\"cut\":", false);

        List<String> first = redrive("--redrive", Long.toString(rejection));
        List<String> second = redrive("--redrive", Long.toString(rejection));

        List<ConsumerRecord<String, byte[]>> items = items("back.example/1");
        assertThat(items).hasSize(2);
        ConsumerRecord<String, byte[]> original = items.getFirst();
        ConsumerRecord<String, byte[]> again = items.getLast();
        assertThat(again.value()).isEqualTo(original.value());
        assertThat(again.timestamp()).isEqualTo(original.timestamp());
        assertThat(again.partition()).isEqualTo(original.partition());
        assertThat(again.headers().lastHeader("ce_id").value()).isEqualTo("id".getBytes(UTF_8));
        assertThat(again.headers().lastHeader(Returns.HEADER).value())
                .asString(UTF_8)
                .isEqualTo("retold.items.v1/1/%d", item);
        assertThat(first)
                .containsExactly(
                        "#%d  not-json  items 1/%d  sent again, now at offset %d"
                                .formatted(rejection, item, again.offset()),
                        "1 of 1 sent again");
        assertThat(second)
                .containsExactly(
                        "#%d  not-json  items 1/%d  left: it was sent again before".formatted(rejection, item),
                        "0 of 1 sent again");
    }

    @Test
    void forProgramsEachIsOneObjectAndACodeChoosesAmongThem() throws Exception {
        long item = item("json.example/1", "{");
        long other = rejection("no-title", item, "json.example/1", "{", false);
        rejection("odd", item, "json.example/1", "{", false);
        long pushed = pushRejection("no-title");

        List<JsonNode> lines = new ArrayList<>();
        for (String line : redrive("--redrive", "all", "--code", "no-title", "--json")) {
            lines.add(JSON.readTree(line));
        }

        assertThat(lines).extracting(line -> line.get("rejection").asLong()).containsExactly(other, pushed);
        assertThat(lines.getFirst().get("outcome").asText()).isEqualTo("sent");
        assertThat(lines.getFirst().get("sentTo").asLong()).isGreaterThan(item);
        assertThat(lines.getLast().get("outcome").asText()).isEqualTo("left");
        assertThat(lines.getLast().get("reason").asText()).isEqualTo("never-on-a-topic");
    }

    @Test
    void whatItsTopicHasLostComesBackAsItWasKeptAndAPartOfItDoesNot() throws Exception {
        long whole = rejection("not-json", 900_000, "kept.example/1", "{\"kept\":", false);
        long part = rejection("not-json", 900_001, "kept.example/2", "{\"kept\":", true);

        List<String> lines = redrive("--redrive", "%d,#%d".formatted(whole, part));

        assertThat(items("kept.example/1"))
                .singleElement()
                .satisfies(item -> assertThat(item.value()).asString(UTF_8).isEqualTo("{\"kept\":"));
        assertThat(items("kept.example/2")).isEmpty();
        assertThat(lines.get(1)).endsWith("left: its topic has it no more, and not all of it was kept");
        assertThat(lines).last().isEqualTo("1 of 2 sent again");
    }

    @Test
    void aWrongNumberIsSaidInOneSentenceAndNothingIsSent() {
        assertThatThrownBy(() -> redrive("--redrive", "some"))
                .isInstanceOf(Trouble.class)
                .hasMessageContaining("'some' is none");
        assertThatThrownBy(() -> redrive("--redrive", "999999"))
                .isInstanceOf(Trouble.class)
                .hasMessage("There is no rejection 999999; nothing was sent.");
    }

    @Test
    void whereNoRejectionsAreShownItIsNotSaidThatThereAreNone(@TempDir Path other) throws Exception {
        try (KafkaBroker silent = KafkaBroker.start(new BrokerSettings(other, 0))) {
            String address = silent.bootstrapServers();
            try (Admin admin = Admin.create(Map.of("bootstrap.servers", address))) {
                admin.createTopics(List.of(new NewTopic(ITEMS, 1, (short) 1)))
                        .all()
                        .get();
            }
            Arguments arguments =
                    Arguments.parsed(List.of("--kafka", address), Tail.REJECTIONS_OPTIONS, Tail.REJECTIONS_FLAGS);

            assertThatThrownBy(() -> redriveAt(address, "--redrive", "all"))
                    .isInstanceOf(Trouble.class)
                    .hasMessageContaining("shows us no topic retold.rejections.v1");
            assertThatThrownBy(() ->
                            Tail.ofRejections(arguments, false, System.out).run())
                    .isInstanceOf(Trouble.class)
                    .hasMessageContaining("shows us no topic rejections");
        }
    }

    private static List<String> redrive(String... options) {
        return redriveAt(kafka, options);
    }

    private static List<String> redriveAt(String address, String... options) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Arguments arguments = Arguments.parsed(
                Stream.concat(Arrays.stream(options), Stream.of("--kafka", address))
                        .toList(),
                Tail.REJECTIONS_OPTIONS,
                Tail.REJECTIONS_FLAGS);
        Redrive.of(arguments, new PrintStream(out, false, UTF_8)).run();
        return out.toString(UTF_8).lines().toList();
    }

    private static long item(String key, String value) throws Exception {
        ProducerRecord<String, byte[]> item = new ProducerRecord<>(ITEMS, 1, ACCEPTED, key, value.getBytes(UTF_8));
        item.headers().add("ce_id", "id".getBytes(UTF_8));
        return send(item);
    }

    private static long rejection(String code, long offset, String key, String original, boolean truncated)
            throws Exception {
        return rejection(Map.of(
                "where", "normalize-service",
                "code", code,
                "message", "it cannot be read",
                "topic", ITEMS,
                "partition", 1,
                "offset", offset,
                "key", key,
                "original", original.getBytes(UTF_8),
                "truncated", truncated));
    }

    private static long pushRejection(String code) throws Exception {
        return rejection(
                Map.of("where", "ingest-service", "code", code, "message", "it cannot be read", "truncated", false));
    }

    private static long rejection(Map<String, ?> value) throws Exception {
        return send(new ProducerRecord<>(REJECTIONS, 0, ACCEPTED, "key", JSON.writeValueAsBytes(value)));
    }

    private static long send(ProducerRecord<String, byte[]> record) throws Exception {
        try (KafkaProducer<String, byte[]> producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", kafka), new StringSerializer(), new ByteArraySerializer())) {
            return producer.send(record).get().offset();
        }
    }

    private static List<ConsumerRecord<String, byte[]>> items(String key) {
        List<ConsumerRecord<String, byte[]>> items = new ArrayList<>();
        TopicPartition partition = new TopicPartition(ITEMS, 1);
        try (KafkaConsumer<String, byte[]> consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", kafka), new StringDeserializer(), new ByteArrayDeserializer())) {
            consumer.assign(List.of(partition));
            consumer.seekToBeginning(List.of(partition));
            long end = consumer.endOffsets(List.of(partition)).getOrDefault(partition, 0L);
            while (consumer.position(partition) < end) {
                consumer.poll(Duration.ofMillis(100)).forEach(record -> {
                    if (key.equals(record.key())) {
                        items.add(record);
                    }
                });
            }
        }
        return items;
    }
}
