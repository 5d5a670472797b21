package org.retold.local.tail;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One record of a topic.
 *
 * @param at the record's timestamp
 * @param value the JSON null for a tombstone, a JSON text where the value is no JSON
 * @param bytes how long its value is on the wire
 */
public record TopicRecord(
        String topic,
        int partition,
        long offset,
        Instant at,
        @Nullable String key,
        Map<String, String> headers,
        JsonNode value,
        int bytes) {

    private static final String PREFIX = "retold.";

    public TopicRecord {
        headers = Collections.unmodifiableMap(new LinkedHashMap<>(headers));
    }

    /** What a person calls a topic: {@code stories} for {@code retold.stories.v1}. */
    public static String shortName(String topic) {
        int version = topic.lastIndexOf(".v");
        return topic.startsWith(PREFIX) && version > PREFIX.length()
                ? topic.substring(PREFIX.length(), version)
                : topic;
    }

    public String shortTopic() {
        return shortName(topic);
    }

    public boolean isTombstone() {
        return value.isNull();
    }

    /** What the record says it is; empty where it does not say. */
    String type() {
        return headers.getOrDefault("ce_type", "");
    }

    boolean isOfAnotherVersion() {
        return isOfAnotherVersion(topic, type());
    }

    /** Whether a record says that it is of another version than its topic; one that does not say is not. */
    public static boolean isOfAnotherVersion(String topic, String type) {
        int version = topic.lastIndexOf(".v");
        return !type.isEmpty() && version >= 0 && !type.endsWith(topic.substring(version));
    }

    /** The record for a program, on one line. */
    public ObjectNode json() {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("topic", topic);
        json.put("partition", partition);
        json.put("offset", offset);
        json.put("timestamp", at.toString());
        json.put("key", key);
        ObjectNode named = json.putObject("headers");
        headers.forEach(named::put);
        json.set("value", value);
        return json;
    }

    /** A text of the value, empty where there is none. */
    String text(String field) {
        return value.path(field).asText("");
    }

    String keyOrNothing() {
        return key == null ? "" : key;
    }
}
