package org.retold.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** docs/topics.md is what its sources say; {@code ./retold docs} writes it anew. */
class TopicsPageTest {

    private static final Path PAGE = Path.of("../docs/topics.md");

    static List<String> records() {
        return Schemas.RECORDS.keySet().stream().sorted().toList();
    }

    @Test
    void thePageIsWhatItsSourcesSay() throws IOException {
        String rendered = TopicsPage.rendered();

        if (Boolean.getBoolean("retold.docs")) {
            Files.writeString(PAGE, rendered);
        }

        assertThat(Files.readString(PAGE))
                .as("docs/topics.md is stale: run ./retold docs")
                .isEqualTo(rendered);
    }

    @ParameterizedTest
    @MethodSource("records")
    void everyFieldSaysWhatItMeans(String record) {
        JsonNode schema = Schemas.json(record);
        List<String> silent = new ArrayList<>();

        collectSilent(record, schema, silent);
        for (Map.Entry<String, JsonNode> part : schema.path("$defs").properties()) {
            collectSilent(record + "." + part.getKey(), part.getValue(), silent);
        }

        assertThat(silent).isEmpty();
    }

    private static void collectSilent(String path, JsonNode object, List<String> silent) {
        if (object.path("description").asText().isBlank()) {
            silent.add(path);
        }
        for (Map.Entry<String, JsonNode> field : object.path("properties").properties()) {
            if (field.getValue().path("description").asText().isBlank()) {
                silent.add(path + "." + field.getKey());
            }
        }
    }
}
