package org.retold.contract;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import java.util.Optional;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;

/**
 * The headers on every record: CloudEvents 1.0, Kafka binding, binary mode.
 *
 * @see <a href="https://github.com/cloudevents/spec/blob/v1.0.2/cloudevents/bindings/kafka-protocol-binding.md">binding</a>
 */
public final class CloudEvents {

    public static final String ID = "ce_id";
    public static final String TYPE = "ce_type";
    public static final String SOURCE = "ce_source";
    public static final String TIME = "ce_time";
    public static final String SPEC_VERSION = "ce_specversion";
    public static final String CONTENT_TYPE = "content-type";

    private static final int LONGEST_TYPE = 100;

    private CloudEvents() {}

    /**
     * @param source the service that wrote the record, for example {@code /retold/normalize-service}
     * @param id unique per source, and the same when the same decision is written again
     * @param time when we accepted what the record tells, never the publisher's date
     */
    public static Headers headers(Topic<?, ?> topic, String source, String id, Instant time) {
        Headers headers = new RecordHeaders();
        put(headers, ID, id);
        put(headers, TYPE, topic.type());
        put(headers, SOURCE, source);
        put(headers, TIME, time.toString());
        put(headers, SPEC_VERSION, "1.0");
        put(headers, CONTENT_TYPE, "application/json");
        return headers;
    }

    /**
     * Whether a record is of a type or version that readers of this topic do not know, whatever its value looks like. A
     * record that does not say its type is of the topic's.
     *
     * @return what the record says, as a sentence
     */
    public static Optional<String> unknownVersion(Topic<?, ?> topic, Headers headers) {
        Header said = headers.lastHeader(TYPE);
        if (said == null || said.value() == null) {
            return Optional.empty();
        }
        String type = new String(said.value(), UTF_8);
        return type.equals(topic.type())
                ? Optional.empty()
                : Optional.of("the record says it is '%s', and only %s is known here"
                        .formatted(
                                type.length() > LONGEST_TYPE ? type.substring(0, LONGEST_TYPE) : type, topic.type()));
    }

    private static void put(Headers headers, String key, String value) {
        headers.add(key, value.getBytes(UTF_8));
    }
}
