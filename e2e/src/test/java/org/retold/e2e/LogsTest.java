package org.retold.e2e;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.retold.contract.Rejection;
import org.retold.contract.Topic;
import org.retold.contract.Topics;
import org.retold.local.stack.Service;
import org.retold.teststack.TopicProbe;

/** What the services write about an article, and what they keep to themselves. */
@ExtendWith(PipelineExtension.class)
class LogsTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String KEY = "lamplighter.example/strike";
    private static final String TITLE = "Lamplighters of Quillhaven lay down their poles";
    private static final String TEXT = "The lamplighters of Quillhaven laid down their poles on Monday evening and left"
            + " eleven hundred lamps unlit, after the town council had refused them the price of their own oil.";

    private static final List<Topic<String, ?>> READ_BY_SERVICES = Topics.ALL.stream()
            .filter(topic -> !topic.equals(Topics.REJECTIONS))
            .toList();

    private final Pipeline pipeline;

    LogsTest(Pipeline pipeline) {
        this.pipeline = pipeline;
    }

    @Test
    void idsFollowAnArticleThroughAllServicesAndItsTextStaysOut() throws IOException {
        String url = "https://" + KEY;
        pipeline.push(List.of(
                JSON.writeValueAsString(Map.of("url", url, "title", TITLE, "text", TEXT, "published", "2026-03-02")),
                JSON.writeValueAsString(Map.of("url", "https://lamplighter.example/empty"))));
        await().atMost(Duration.ofSeconds(60))
                .ignoreExceptions()
                .until(() -> pipeline.stories().stream()
                        .anyMatch(story -> story.toString().contains(url)));
        String articleId = pipeline.articleAt(url).get("id").asText();

        String storyId = text(awaitLine(Service.DEDUPE, "article decided", is("articleId", articleId)), "storyId");
        awaitLine(Service.INGEST, "item sent", is("itemKey", KEY));
        awaitLine(Service.INGEST, "item refused", is("itemKey", "lamplighter.example/empty"));
        awaitLine(Service.NORMALIZE, "item normalized", is("itemKey", KEY).and(is("articleId", articleId)));
        awaitLine(Service.API, "article stored", is("articleId", articleId));
        awaitLine(Service.API, "story told", is("articleId", articleId).and(is("storyId", storyId)));

        assertThat(everything())
                .allSatisfy((service, log) -> assertThat(log)
                        .as(service.module())
                        .isNotEmpty()
                        .doesNotContain(
                                "laid down their poles", TITLE, pipeline.stack().operatorToken()));
    }

    @Test
    void whatCannotBeReadIsNotQuoted() throws Exception {
        List<byte[]> broken = List.of(
                "Zanderloom".getBytes(UTF_8),
                "[\"Zanderloom\"]".getBytes(UTF_8),
                ("{\"id\":{\"Zanderloom\":1},\"key\":[\"Zanderloom\"],\"arrived\":\"Zanderloom\",\"at\":\"Zanderloom\","
                                + "\"published\":\"Zanderloom\",\"version\":\"Zanderloom\",\"asked\":\"Zanderloom\"}")
                        .getBytes(UTF_8));
        HttpServer site = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        site.createContext("/", call -> {
            byte[] feed = "{\"version\":\"https://jsonfeed.org/version/1.1\",\"items\":[Zanderloom".getBytes(UTF_8);
            call.getResponseHeaders().add("Content-Type", "application/feed+json");
            call.sendResponseHeaders(200, feed.length);
            call.getResponseBody().write(feed);
            call.close();
        });
        site.start();
        String feed =
                "http://127.0.0.1:%d/feed.json".formatted(site.getAddress().getPort());
        pipeline.addFeed(feed);
        JsonNode pushed = pipeline.push(List.of(
                "Zanderloom",
                "{\"url\":\"https://lamplighter.example/z\",\"title\":[\"Zanderloom\"],\"text\":\"Zanderloom\"}"));
        try (Producer<byte[], byte[]> producer = new KafkaProducer<>(
                        Map.of("bootstrap.servers", pipeline.stack().kafka()),
                        new ByteArraySerializer(),
                        new ByteArraySerializer());
                TopicProbe<String, Rejection> rejections =
                        TopicProbe.on(pipeline.stack().kafka(), Topics.REJECTIONS)) {
            Map<String, Long> sent = new LinkedHashMap<>();
            for (Topic<String, ?> topic : READ_BY_SERVICES) {
                for (byte[] value : broken) {
                    long offset = producer.send(new ProducerRecord<>(
                                    topic.name(), 0, "lamplighter.example/z".getBytes(UTF_8), value))
                            .get()
                            .offset();
                    sent.put(topic.name(), offset);
                }
            }
            for (Topic<String, ?> topic : List.of(Topics.ITEMS, Topics.ARTICLES, Topics.STORIES, Topics.LOOKUPS)) {
                rejections.awaitOne(record -> record.value() != null
                        && topic.name().equals(record.value().topic())
                        && Objects.equals(sent.get(topic.name()), record.value().offset()));
            }
            awaitLine(Service.INGEST, "feed changed state", is("feedUrl", feed).and(is("state", "FAILING")));
        } finally {
            site.stop(0);
        }

        assertThat(pushed.get("accepted").asInt()).isZero();
        assertThat(everything())
                .allSatisfy((service, log) ->
                        assertThat(log).as(service.module()).doesNotContainIgnoringCase("Zanderloom"));
    }

    @Test
    void everyLineSaysWhoWroteItWhen() throws IOException {
        for (Service service : Service.values()) {
            assertThat(lines(service))
                    .as(service.module())
                    .isNotEmpty()
                    .allSatisfy(line -> assertThat(line.fieldNames())
                            .toIterable()
                            .contains("timestamp", "level", "logger", "message", "service", "instance"));
        }
    }

    private JsonNode awaitLine(Service service, String message, Predicate<JsonNode> which) {
        return await("%s: %s".formatted(service.module(), message))
                .atMost(Duration.ofSeconds(20))
                .until(
                        () -> lines(service).stream()
                                .filter(line -> text(line, "message").equals(message) && which.test(line))
                                .findFirst(),
                        Optional::isPresent)
                .orElseThrow();
    }

    private static Predicate<JsonNode> is(String field, String value) {
        return line -> text(line, field).equals(value);
    }

    private static String text(JsonNode line, String field) {
        return line.path(field).asText();
    }

    private Map<Service, String> everything() throws IOException {
        Map<Service, String> logs = new LinkedHashMap<>();
        for (Service service : Service.values()) {
            logs.put(service, pipeline.log(service));
        }
        return logs;
    }

    /** Up to the last that is whole. */
    private List<JsonNode> lines(Service service) throws IOException {
        List<JsonNode> lines = new ArrayList<>();
        String log = pipeline.log(service);
        for (String line : log.substring(0, log.lastIndexOf('\n') + 1).lines().toList()) {
            lines.add(JSON.readTree(line));
        }
        return lines;
    }
}
