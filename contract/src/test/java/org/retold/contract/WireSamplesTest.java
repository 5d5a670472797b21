package org.retold.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every sample ever published stays readable. Samples are added, never edited. */
class WireSamplesTest {

    private static final Path WIRE = Path.of("src/test/resources/wire/v1");
    private static final Path DIGESTS = WIRE.resolveSibling("v1.sha256");

    static List<Path> samples() throws IOException {
        try (Stream<Path> files = Files.list(WIRE)) {
            return files.sorted().toList();
        }
    }

    /** A line for each sample, made once by {@code sha256sum}; of a new sample it is added. */
    @Test
    void noPublishedSampleWasEdited() throws IOException, NoSuchAlgorithmException {
        MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
        List<String> lines = new ArrayList<>();
        for (Path sample : samples()) {
            String digest = HexFormat.of().formatHex(sha256.digest(Files.readAllBytes(sample)));
            lines.add(digest + "  " + sample.getFileName());
        }

        assertThat(lines).containsExactlyInAnyOrderElementsOf(Files.readAllLines(DIGESTS));
    }

    @ParameterizedTest
    @MethodSource("samples")
    void aPublishedSampleObeysItsSchema(Path sample) throws IOException {
        JsonSchema schema = Schemas.of(recordOf(sample));

        var violations = schema.validate(Json.MAPPER.readTree(sample.toFile()));

        assertThat(violations).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("samples")
    void aPublishedSampleIsReadAndWrittenAgainWithoutLoss(Path sample) throws IOException {
        JsonNode published = Json.MAPPER.readTree(sample.toFile());

        Object value = Json.MAPPER.treeToValue(published, recordOf(sample));

        assertThat(Json.MAPPER.readTree(Json.write(value))).isEqualTo(published);
    }

    @ParameterizedTest
    @MethodSource("samples")
    void aFieldOfANewerWriterIsIgnored(Path sample) throws IOException {
        ObjectNode published = (ObjectNode) Json.MAPPER.readTree(sample.toFile());
        Object before = Json.MAPPER.treeToValue(published, recordOf(sample));

        published.putObject("fromTheFuture").put("x", 1);

        assertThat(Json.MAPPER.treeToValue(published, recordOf(sample))).isEqualTo(before);
    }

    @Test
    void aValueOfANewerWriterIsUnknownNotAnError() throws IOException {
        ObjectNode event = (ObjectNode)
                Json.MAPPER.readTree(WIRE.resolve("story-event-joined.json").toFile());

        event.put("kind", "rehearsed");

        assertThat(Json.MAPPER.treeToValue(event, StoryEvent.class).kind()).isEqualTo(StoryEvent.Kind.UNKNOWN);
    }

    @Test
    void everyRecordOfTheContractHasASample() throws IOException {
        List<Class<?>> sampled = new ArrayList<>();
        samples().forEach(sample -> sampled.add(recordOf(sample)));

        assertThat(sampled).containsAll(Schemas.RECORDS.values());
    }

    /** The longest record name that the file's name starts with: {@code story-event-joined} is a story event. */
    static Class<?> recordOf(Path sample) {
        String file = sample.getFileName().toString();
        return Schemas.RECORDS.entrySet().stream()
                .filter(record -> file.startsWith(record.getKey()))
                .max((a, b) -> Integer.compare(a.getKey().length(), b.getKey().length()))
                .orElseThrow(() -> new AssertionError(file + " is a sample of no record"))
                .getValue();
    }
}
