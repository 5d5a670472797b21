package org.retold.dedupe.kafka;

import java.time.Instant;
import java.util.Optional;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.streams.processor.api.ProcessingContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.processor.api.RecordMetadata;
import org.jspecify.annotations.Nullable;
import org.retold.contract.CloudEvents;
import org.retold.contract.Json;
import org.retold.contract.Rejection;
import org.retold.contract.Topic;

/** Reads records that may be anything. */
final class Refusals {

    static final String SERVICE = "dedupe-service";

    /** Reason code of a record that is not what its topic holds. */
    static final String UNREADABLE = "not-json";

    private static final String NO_KEY = "no-key";

    private Refusals() {}

    /** Either what the record holds, or why it holds nothing of the kind. */
    sealed interface Read<T> {

        record Value<T>(T value) implements Read<T> {}

        record Refused<T>(Rejection rejection) implements Read<T> {}
    }

    static <T> Read<T> read(
            Class<T> type, Topic<String, T> topic, Record<String, byte[]> record, ProcessingContext at) {
        if (record.key() == null) {
            return new Read.Refused<>(rejection(topic.name(), NO_KEY, "the record has no key", record, at));
        }
        Optional<Rejection> unknown = unknownVersion(topic, record, at);
        if (unknown.isPresent()) {
            return new Read.Refused<>(unknown.get());
        }
        String reason = "the record has no value";
        try {
            T value = Json.read(type, record.value());
            if (value != null) {
                return new Read.Value<>(value);
            }
        } catch (SerializationException e) {
            reason = String.valueOf(e.getMessage());
        }
        return new Read.Refused<>(rejection(topic.name(), UNREADABLE, reason, record, at));
    }

    /** A record of a version that is not known here is not read, and no tombstone either. */
    static Optional<Rejection> unknownVersion(Topic<?, ?> topic, Record<String, byte[]> record, ProcessingContext at) {
        return CloudEvents.unknownVersion(topic, record.headers())
                .map(said -> rejection(topic.name(), Rejection.UNKNOWN_VERSION, said, record, at));
    }

    static Rejection rejection(
            String topic, String code, String reason, Record<String, byte[]> record, ProcessingContext at) {
        byte @Nullable [] original = record.value();
        return new Rejection(
                SERVICE,
                code,
                reason,
                topic,
                at.recordMetadata().map(RecordMetadata::partition).orElse(null),
                at.recordMetadata().map(RecordMetadata::offset).orElse(null),
                record.key(),
                null,
                Rejection.kept(original),
                original != null && original.length > Rejection.MAX_ORIGINAL_BYTES,
                Instant.ofEpochMilli(record.timestamp()));
    }
}
