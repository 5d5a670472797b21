package org.retold.normalize.corpus;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Assumptions;

/** The corpora beside the checkout; a test that asks for them is skipped by name where they are missing. */
public final class Shared {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    private Shared() {}

    public static Path path(String name) {
        Path path = Path.of(System.getProperty("retold.shared", "../../shared")).resolve(name);
        Assumptions.assumeTrue(Files.exists(path), "skipped: corpora are not beside the checkout");
        return path;
    }

    public static JsonNode json(String name) {
        try {
            return MAPPER.readTree(path(name).toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static List<JsonNode> lines(String name) {
        try {
            List<JsonNode> rows = new ArrayList<>();
            for (String line : Files.readAllLines(path(name))) {
                rows.add(MAPPER.readTree(line));
            }
            return rows;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static List<String> strings(JsonNode array) {
        List<String> strings = new ArrayList<>();
        array.forEach(one -> strings.add(one.asText()));
        return strings;
    }
}
