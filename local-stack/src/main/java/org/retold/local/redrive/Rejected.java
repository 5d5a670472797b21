package org.retold.local.redrive;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.Optional;
import org.retold.local.tail.TopicRecord;

/**
 * A refused record, as the rejections topic tells of it.
 *
 * @param id its offset in the rejections topic, which is what people call it by
 * @param code why it was refused
 * @param place where it was read; empty for what never reached a topic
 * @param key of the refused record
 * @param original base64 of the whole value; empty where none or only a part was kept
 */
public record Rejected(
        long id, String code, Optional<Place> place, Optional<String> key, Optional<String> original, Instant at) {

    /** A partition of a topic. */
    public record Source(String topic, int partition) {}

    /** A record's place. */
    public record Place(Source source, long offset) {}

    /** @param record of the rejections topic */
    public static Rejected of(TopicRecord record) {
        JsonNode value = record.value();
        Optional<Place> place = Optional.of(value)
                .filter(told -> told.hasNonNull("topic") && told.hasNonNull("partition") && told.hasNonNull("offset"))
                .map(told -> new Place(
                        new Source(
                                told.get("topic").asText(),
                                told.get("partition").asInt()),
                        told.get("offset").asLong()));
        return new Rejected(
                record.offset(),
                value.path("code").asText(""),
                place,
                text(value, "key"),
                value.path("truncated").asBoolean() ? Optional.empty() : text(value, "original"),
                record.at());
    }

    private static Optional<String> text(JsonNode value, String field) {
        return Optional.ofNullable(value.get(field)).filter(JsonNode::isTextual).map(JsonNode::asText);
    }
}
