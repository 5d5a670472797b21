package org.retold.e2e;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.InvalidRecordException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.retold.contract.CloudEvents;
import org.retold.contract.Rejection;
import org.retold.contract.Topic;
import org.retold.contract.Topic.Retention;
import org.retold.contract.Topics;
import org.retold.teststack.TopicProbe;

/** Records that cannot be read, on every topic: whoever reads the topic refuses them with a reason, and goes on. */
@ExtendWith(PipelineExtension.class)
class PoisonTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Path WIRE = Pipeline.ROOT.resolve("contract/src/test/resources/wire/v1");
    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final byte[] KEY = "poison".getBytes(UTF_8);

    /** What a batch of one record needs beside its value. */
    private static final int AROUND_A_VALUE = 100;

    /** Which field of a record is its key, where that is not its id. */
    private static final Map<String, String> KEY_FIELDS = Map.of(
            Topics.ITEMS.name(), "key",
            Topics.STORY_EVENTS.name(), "storyId",
            Topics.EVIDENCE.name(), "articleId",
            Topics.REMOVALS.name(), "takedownId",
            Topics.REJECTIONS.name(), "key");

    private static final String NORMALIZE = "normalize-service";
    private static final String DEDUPE = "dedupe-service";
    private static final String API = "api-service";

    private static final List<Reading> READINGS = List.of(
            refused(Topics.ITEMS, "item-push", NORMALIZE),
            refused(Topics.ARTICLES, "article-full", DEDUPE, API),
            refused(Topics.STORIES, "story-of-two", API),
            refused(Topics.STORY_EVENTS, "story-event-joined", API),
            refused(Topics.EVIDENCE, "evidence-translation", API),
            refused(Topics.CORRECTIONS, "correction-apart", DEDUPE, API),
            refused(Topics.FEEDS, "feed-status-healthy", API),
            refused(Topics.TAKEDOWNS, "takedown", API),
            refused(Topics.REMOVALS, "removal-removed", API),
            refused(Topics.LOOKUPS, "lookup", DEDUPE),
            left(Topics.LOOKUP_ANSWERS, "lookup-answer-not-told", "nobody waits for what answers no look-up"),
            left(Topics.REJECTIONS, "rejection-not-json", "only people read it"));

    private final Pipeline pipeline;
    private final InventedNews news = new InventedNews(System.nanoTime());
    private final Producer<byte[], byte[]> producer;

    /**
     * Who refuses what cannot be read.
     *
     * @param sample a record of this topic, as the contract's tests know it
     * @param refusing services
     * @param because why no service does
     */
    record Reading(Topic<String, ?> topic, String sample, Set<String> refusing, String because) {

        /** Whether the broker itself refuses what has no key. */
        boolean needsKeys() {
            return !(topic.retention() instanceof Retention.DeletedAfter);
        }

        @Override
        public String toString() {
            return topic.name() + (because.isEmpty() ? "" : " (%s)".formatted(because));
        }
    }

    PoisonTest(Pipeline pipeline) {
        this.pipeline = pipeline;
        this.producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", pipeline.stack().kafka(), "max.request.size", 16 * 1024 * 1024),
                new ByteArraySerializer(),
                new ByteArraySerializer());
    }

    @AfterEach
    void close() {
        producer.close();
    }

    /** Every topic of the contract; one that nobody thought of here fails by its name. */
    static Stream<Reading> everyTopic() {
        Map<String, Reading> readings =
                READINGS.stream().collect(toMap(reading -> reading.topic().name(), reading -> reading));
        return Topics.ALL.stream()
                .map(topic -> Objects.requireNonNull(
                        readings.get(topic.name()), "PoisonTest does not say who refuses poison in " + topic.name()));
    }

    @ParameterizedTest
    @MethodSource("everyTopic")
    void whatCannotBeReadIsRefusedWithAReasonAndTheStreamGoesOn(Reading reading) throws Exception {
        Topic<String, ?> topic = reading.topic();
        Map<String, RecordMetadata> poisons = new LinkedHashMap<>();
        try (TopicProbe<String, Rejection> rejections =
                TopicProbe.on(pipeline.stack().kafka(), Topics.REJECTIONS)) {
            poisons.put("truncated", send(topic, KEY, firstHalf(sample(reading))));
            poisons.put("of another version", sendOfAnotherVersion(reading));
            poisons.put("as large as it may be", send(topic, KEY, letters(largestValue(topic))));
            if (reading.needsKeys()) {
                assertThatThrownBy(() -> send(topic, null, sample(reading))).isInstanceOf(InvalidRecordException.class);
            } else {
                poisons.put("without a key", sendWithoutKey(reading));
            }

            for (String service : reading.refusing()) {
                for (Map.Entry<String, RecordMetadata> poison : poisons.entrySet()) {
                    Rejection rejection = rejection(rejections, service, topic, poison.getValue());
                    assertThat(rejection.code()).as(poison.getKey()).isNotBlank();
                    assertThat(rejection.message()).as(poison.getKey()).isNotBlank();
                    assertThat(rejection.original()).as(poison.getKey()).isNotNull();
                }
                assertThat(rejection(
                                        rejections,
                                        service,
                                        topic,
                                        Objects.requireNonNull(poisons.get("of another version")))
                                .code())
                        .isEqualTo(Rejection.UNKNOWN_VERSION);
                Rejection large = rejection(
                        rejections, service, topic, Objects.requireNonNull(poisons.get("as large as it may be")));
                assertThat(large.truncated()).isTrue();
                assertThat(Base64.getDecoder().decode(large.original())).hasSize(Rejection.MAX_ORIGINAL_BYTES);
            }
        }

        aPushedArticleReachesAStory();
    }

    @ParameterizedTest
    @MethodSource("everyTopic")
    void whatIsLargerThanItsTopicTakesIsRefusedWhereItIsSent(Reading reading) {
        byte[] tooLarge = letters(reading.topic().maxRecordBytes());

        assertThatThrownBy(() -> send(reading.topic(), KEY, tooLarge)).isInstanceOf(RecordTooLargeException.class);
    }

    @Test
    void aPushThatNoTopicTakesIsRefusedWithAReason() throws Exception {
        JsonNode answer = pipeline.push(List.of(line("https://large.example/article", "x".repeat(3 * 1024 * 1024))));

        assertThat(answer.get("accepted").asInt()).isZero();
        assertThat(answer.at("/reasons/0/message").asText()).isNotBlank();
        aPushedArticleReachesAStory();
    }

    @Test
    void whatWasRefusedIsReadOnceMoreWhenItIsSentAgain() throws Exception {
        try (TopicProbe<String, Rejection> rejections =
                TopicProbe.on(pipeline.stack().kafka(), Topics.REJECTIONS)) {
            RecordMetadata item = send(Topics.ITEMS, "again.example/1".getBytes(UTF_8), "{".getBytes(UTF_8));
            long id = rejections
                    .awaitOne(record -> isOf(record.value(), NORMALIZE, Topics.ITEMS, item))
                    .offset();

            RetoldCommand.Said said =
                    RetoldCommand.run(pipeline, "rejections", List.of("--redrive", Long.toString(id), "--json"));

            assertThat(said.status()).as(said.text()).isZero();
            JsonNode sent = JSON.readTree(said.lines().getLast());
            assertThat(sent.get("outcome").asText()).isEqualTo("sent");
            long again = sent.get("sentTo").asLong();
            assertThat(rejections
                            .awaitOne(record -> Objects.requireNonNull(record.value())
                                            .where()
                                            .equals(NORMALIZE)
                                    && Objects.equals(record.value().offset(), again))
                            .value())
                    .extracting(Rejection::key, Rejection::partition)
                    .containsExactly("again.example/1", item.partition());
        }
    }

    @Test
    void takedownsAreCarriedOutBesideWhatCannotBeRead() throws Exception {
        for (Reading reading : READINGS.subList(0, 2)) {
            sendWithoutKey(reading);
            send(reading.topic(), KEY, "{".getBytes(UTF_8));
        }
        send(Topics.TAKEDOWNS, KEY, "{".getBytes(UTF_8));
        send(Topics.REMOVALS, KEY, "{".getBytes(UTF_8));
        String url = aPushedArticleReachesAStory();

        String takedown = pipeline.takeDown(url).get("id").asText();

        await("the takedown is carried out")
                .atMost(PATIENCE)
                .ignoreExceptions()
                .until(() -> pipeline.takedown(takedown).get("state").asText().equals("removed"));
    }

    private String aPushedArticleReachesAStory() throws IOException {
        String url = "https://poison.example/" + news.headline().replaceAll("[^a-zA-Z]+", "-");
        assertThat(pipeline.push(List.of(line(url, news.report())))
                        .get("accepted")
                        .asInt())
                .isEqualTo(1);
        await("the article is in a story")
                .atMost(PATIENCE)
                .ignoreExceptions()
                .until(() -> !pipeline.articleAt(url).get("storyId").isNull());
        return url;
    }

    private String line(String url, String text) throws IOException {
        return JSON.writeValueAsString(
                Map.of("url", url, "title", news.headline(), "text", text, "publisher", "The Poisoned Well"));
    }

    /** As soon as no takedown is carried out: until then Kafka takes only what has a key. */
    private RecordMetadata sendWithoutKey(Reading reading) {
        return await().atMost(PATIENCE)
                .ignoreExceptionsInstanceOf(InvalidRecordException.class)
                .until(() -> send(reading.topic(), null, sample(reading)), Objects::nonNull);
    }

    /** Nothing but its type says that it is not what the topic's readers know. */
    private RecordMetadata sendOfAnotherVersion(Reading reading) throws Exception {
        ProducerRecord<byte[], byte[]> record =
                new ProducerRecord<>(reading.topic().name(), key(reading), sample(reading));
        record.headers()
                .add(
                        CloudEvents.TYPE,
                        reading.topic().type().replace(".v1", ".v99").getBytes(UTF_8));
        return send(record);
    }

    /** The key under which a reader of v1 would take the sample for a record. */
    private static byte[] key(Reading reading) throws IOException {
        Topic<?, ?> topic = reading.topic();
        String field = KEY_FIELDS.getOrDefault(topic.name(), "id");
        String subject = JSON.readTree(sample(reading)).path(field).asText("poison");
        return (topic.equals(Topics.ARTICLES) ? subject + "/0/0" : subject).getBytes(UTF_8);
    }

    private RecordMetadata send(Topic<?, ?> topic, byte @Nullable [] key, byte[] value) throws Exception {
        return send(new ProducerRecord<>(topic.name(), key, value));
    }

    private RecordMetadata send(ProducerRecord<byte[], byte[]> record) throws Exception {
        try {
            return producer.send(record).get();
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        }
    }

    private static Rejection rejection(
            TopicProbe<String, Rejection> rejections, String service, Topic<String, ?> topic, RecordMetadata poison) {
        return Objects.requireNonNull(rejections
                .awaitOne(record -> isOf(record.value(), service, topic, poison))
                .value());
    }

    private static boolean isOf(
            @Nullable Rejection rejection, String service, Topic<String, ?> topic, RecordMetadata poison) {
        return rejection != null
                && rejection.where().equals(service)
                && Objects.equals(rejection.topic(), topic.name())
                && Objects.equals(rejection.partition(), poison.partition())
                && Objects.equals(rejection.offset(), poison.offset());
    }

    private static byte[] sample(Reading reading) throws IOException {
        return Files.readAllBytes(WIRE.resolve(reading.sample() + ".json"));
    }

    private static byte[] firstHalf(byte[] bytes) {
        return Arrays.copyOf(bytes, bytes.length / 2);
    }

    private static int largestValue(Topic<?, ?> topic) {
        return topic.maxRecordBytes() - AROUND_A_VALUE;
    }

    private static byte[] letters(int count) {
        byte[] letters = new byte[count];
        Arrays.fill(letters, (byte) 'x');
        return letters;
    }

    private static Reading refused(Topic<String, ?> topic, String sample, String... services) {
        return new Reading(topic, sample, Set.of(services), "");
    }

    private static Reading left(Topic<String, ?> topic, String sample, String because) {
        return new Reading(topic, sample, Set.of(), because);
    }
}
