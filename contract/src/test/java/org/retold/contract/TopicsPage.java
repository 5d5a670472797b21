package org.retold.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.StringJoiner;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** The topics as a page for people, made of docs/asyncapi.yaml, the schemas and the wire samples. */
final class TopicsPage {

    private static final Path ASYNC_API = Path.of("../docs/asyncapi.yaml");
    private static final Path SAMPLES = Path.of("src/test/resources/wire/v1");
    private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

    private final JsonNode document;
    private final StringBuilder page = new StringBuilder();

    private TopicsPage(JsonNode document) {
        this.document = document;
    }

    static String rendered() throws IOException {
        return new TopicsPage(new YAMLMapper().readTree(Files.readString(ASYNC_API))).render();
    }

    private String render() throws IOException {
        line(
                "<!-- Made by ./retold docs of asyncapi.yaml, the schemas and the wire samples: change those, not this. -->");
        line("# Topics");
        line("");
        line(document.at("/info/description").asText());
        line("");
        line(
                "How to read them: [consuming.md](consuming.md). For programs: [asyncapi.yaml](asyncapi.yaml) and the schemas");
        line("in [contract](../contract/src/main/resources/org/retold/contract/schema).");
        line("");
        line("| topic | record | written by | read by | kept |");
        line("|---|---|---|---|---|");
        for (JsonNode channel : document.path("channels")) {
            line("| [`%s`](#%s) | %s | %s | %s | %s |"
                    .formatted(
                            channel.path("address").asText(),
                            anchor(channel.path("address").asText()),
                            channel.path("title").asText(),
                            channel.path("x-written-by").asText(),
                            channel.path("x-read-by").asText(),
                            kept(channel)));
        }
        line("");
        headers();
        for (JsonNode channel : document.path("channels")) {
            topic(channel);
        }
        return page.toString();
    }

    private void headers() {
        JsonNode headers = document.at("/components/schemas/cloudEventHeaders");
        line("## Headers of every record");
        line("");
        line(headers.path("description").asText());
        line("");
        line("| header | |");
        line("|---|---|");
        for (Map.Entry<String, JsonNode> header : headers.path("properties").properties()) {
            JsonNode constant = header.getValue().path("const");
            line("| `%s` | %s |"
                    .formatted(
                            header.getKey(),
                            constant.isMissingNode()
                                    ? header.getValue().path("description").asText()
                                    : "`" + constant.asText() + "`"));
        }
        line("");
    }

    private void topic(JsonNode channel) throws IOException {
        JsonNode message = document.at(
                channel.path("messages").iterator().next().path("$ref").asText().substring(1));
        String file = Path.of(message.at("/payload/schema/$ref").asText())
                .getFileName()
                .toString();
        String record = file.substring(0, file.length() - ".json".length());
        JsonNode schema = Schemas.json(record);
        JsonNode kafka = channel.at("/bindings/kafka");
        line("## " + channel.path("address").asText());
        line("");
        line(channel.path("description").asText());
        line("");
        line("- Key: %s".formatted(message.at("/bindings/kafka/key/description").asText()));
        line("- Kept: %s; %s; a record has at most %d KiB."
                .formatted(
                        kept(channel),
                        kafka.path("partitions").asInt() == 1
                                ? "1 partition, so all of it is in order"
                                : "%d partitions"
                                        .formatted(kafka.path("partitions").asInt()),
                        kafka.at("/topicConfiguration/max.message.bytes").asInt() / 1024));
        line("- Written by %s, read by %s."
                .formatted(
                        channel.path("x-written-by").asText(),
                        channel.path("x-read-by").asText()));
        line("");
        line("### " + schema.path("title").asText());
        line("");
        line(schema.path("description").asText());
        line("");
        fields(schema);
        for (Map.Entry<String, JsonNode> part : schema.path("$defs").properties()) {
            line("#### %s of %s".formatted(part.getKey(), schema.path("title").asText()));
            line("");
            line(part.getValue().path("description").asText());
            line("");
            fields(part.getValue());
        }
        samples(record);
    }

    private void fields(JsonNode object) {
        List<String> required = texts(object.path("required"));
        line("| field | type | |");
        line("|---|---|---|");
        for (Map.Entry<String, JsonNode> field : object.path("properties").properties()) {
            boolean always = required.contains(field.getKey());
            line("| `%s`%s | %s | %s |"
                    .formatted(field.getKey(), always ? "" : " ?", type(field.getValue()), meaning(field.getValue())));
        }
        line("");
    }

    private void samples(String record) throws IOException {
        List<Path> samples;
        try (Stream<Path> files = Files.list(SAMPLES)) {
            samples = files.filter(sample -> WireSamplesTest.recordOf(sample).equals(Schemas.RECORDS.get(record)))
                    .sorted()
                    .toList();
        }
        for (Path sample : samples) {
            String name = sample.getFileName().toString().replace(".json", "");
            line("<details><summary>Example: %s</summary>".formatted(name));
            line("");
            line("```json");
            line(JSON.writeValueAsString(JSON.readTree(sample.toFile())));
            line("```");
            line("");
            line("</details>");
            line("");
        }
    }

    private static String type(JsonNode field) {
        String reference = field.path("$ref").asText();
        if (!reference.isEmpty()) {
            return reference.startsWith("urn:")
                    ? reference.split(":", -1)[2]
                    : reference.substring(reference.lastIndexOf('/') + 1);
        }
        if (field.path("type").asText().equals("array")) {
            return "list of " + type(field.path("items"));
        }
        String format = field.path("format").asText();
        return switch (format) {
            case "" -> field.path("type").asText();
            case "date-time" -> "time";
            default -> format;
        };
    }

    private static String meaning(JsonNode field) {
        StringJoiner meaning = new StringJoiner(". ");
        meaning.add(field.path("description").asText());
        JsonNode values = field.path("x-extensible-enum");
        if (!values.isMissingNode()) {
            meaning.add(texts(values).stream()
                    .map("`%s`"::formatted)
                    .collect(Collectors.joining(", ", "One of ", ", or what a newer version adds")));
        }
        return meaning.toString().replace("|", "\\|");
    }

    private static String kept(JsonNode channel) {
        JsonNode settings = channel.at("/bindings/kafka/topicConfiguration");
        if (settings.has("retention.ms")) {
            Duration age = Duration.ofMillis(settings.path("retention.ms").asLong());
            return age.toDays() > 0 ? counted(age.toDays(), "day") : counted(age.toHours(), "hour");
        }
        String newest = "the newest record of each key for ever";
        return settings.has("max.compaction.lag.ms")
                ? newest
                        + ", older ones at most "
                        + counted(
                                Duration.ofMillis(settings.path("max.compaction.lag.ms")
                                                .asLong())
                                        .toMinutes(),
                                "minute")
                        + " and a cleaning"
                : newest;
    }

    private static String counted(long number, String unit) {
        return number == 1 ? "1 " + unit : "%d %ss".formatted(number, unit);
    }

    private static String anchor(String heading) {
        return heading.toLowerCase(Locale.ROOT).replace(".", "");
    }

    private static List<String> texts(JsonNode list) {
        List<String> texts = new ArrayList<>();
        StreamSupport.stream(list.spliterator(), false).map(JsonNode::asText).forEach(texts::add);
        return texts;
    }

    private void line(String text) {
        page.append(text).append('\n');
    }
}
