package org.retold.local.tail;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.NullNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;

/** Records made of the samples that the contract keeps. */
public final class Samples {

    private static final Path WIRE =
            Path.of(System.getProperty("retold.root"), "contract", "src", "test", "resources", "wire", "v1");
    private static final Instant AT = Instant.parse("2026-10-09T06:02:11Z");
    private static final ObjectMapper JSON = new ObjectMapper();

    private Samples() {}

    public static JsonNode value(String sample) {
        try {
            return JSON.readTree(WIRE.resolve(sample + ".json").toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static TopicRecord sample(String topic, String sample) {
        return record(topic, "key", value(sample));
    }

    static TopicRecord tombstone(String topic, String key) {
        return record(topic, key, NullNode.getInstance());
    }

    static TopicRecord record(String topic, String key, JsonNode value) {
        return new TopicRecord("retold." + topic + ".v1", 0, 0, AT, key, Map.of(), value, 100);
    }
}
