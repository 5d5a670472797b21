package org.retold.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** docs/asyncapi.yaml and {@link Topics} say the same. */
class AsyncApiMatchesTheTopicsTest {

    private static final Path FILE = Path.of("../docs/asyncapi.yaml");

    private final JsonNode document = read();

    static Stream<Topic<?, ?>> topics() {
        return Topics.ALL.stream().map(topic -> topic);
    }

    @Test
    void theDocumentNamesEveryTopicAndNoOther() {
        List<String> addresses = StreamSupport.stream(document.get("channels").spliterator(), false)
                .map(channel -> channel.get("address").asText())
                .toList();

        assertThat(addresses)
                .containsExactlyElementsOf(Topics.ALL.stream().map(Topic::name).toList());
    }

    @ParameterizedTest
    @MethodSource("topics")
    void aTopicIsDescribedWithItsSettings(Topic<?, ?> topic) {
        JsonNode kafka = channelOf(topic).at("/bindings/kafka");

        assertThat(kafka.get("partitions").asInt()).isEqualTo(topic.partitions());
        Map<String, String> settings = topic.settings();
        JsonNode described = kafka.get("topicConfiguration");
        assertThat(described.at("/cleanup.policy/0").asText()).isEqualTo(settings.get("cleanup.policy"));
        assertThat(described.path("retention.ms").asText("")).isEqualTo(settings.getOrDefault("retention.ms", ""));
        assertThat(described.path("max.message.bytes").asText()).isEqualTo(settings.get("max.message.bytes"));
        assertThat(described.path("max.compaction.lag.ms").asText(""))
                .isEqualTo(settings.getOrDefault("max.compaction.lag.ms", ""));
    }

    @ParameterizedTest
    @MethodSource("topics")
    void aTopicCarriesTheRecordItSays(Topic<?, ?> topic) {
        JsonNode message = resolve(channelOf(topic).get("messages").iterator().next());

        String schema = message.at("/payload/schema/$ref").asText();
        assertThat(FILE.resolveSibling(schema)).exists();
        assertThat(topic.type()).isEqualTo(message.get("x-type").asText());
        assertThat(topic.type())
                .isEqualTo(
                        "org.retold." + Path.of(schema).getFileName().toString().replace(".json", ".v1"));
    }

    @Test
    void theHeadersThatARecordMustHaveAreTheOnesThatAreWritten() {
        JsonNode required = document.at("/components/schemas/cloudEventHeaders/required");

        var written = CloudEvents.headers(Topics.STORIES, "/retold/dedupe-service", "1", java.time.Instant.EPOCH)
                .toArray();

        assertThat(Stream.of(written).map(header -> header.key()))
                .containsExactlyInAnyOrderElementsOf(StreamSupport.stream(required.spliterator(), false)
                        .map(JsonNode::asText)
                        .toList());
    }

    private JsonNode channelOf(Topic<?, ?> topic) {
        return StreamSupport.stream(document.get("channels").spliterator(), false)
                .filter(channel -> channel.get("address").asText().equals(topic.name()))
                .findAny()
                .orElseThrow();
    }

    private JsonNode resolve(JsonNode reference) {
        return document.at(reference.get("$ref").asText().substring(1));
    }

    private static JsonNode read() {
        try {
            return new YAMLMapper().readTree(Files.readString(FILE));
        } catch (IOException e) {
            throw new AssertionError(FILE + " cannot be read", e);
        }
    }
}
