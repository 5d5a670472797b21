package org.retold.dedupe.kafka;

import java.time.Instant;
import org.apache.kafka.streams.processor.api.Record;
import org.jspecify.annotations.Nullable;
import org.retold.contract.CloudEvents;
import org.retold.contract.Topic;
import org.retold.trail.Leg;

/**
 * A record on its way to a topic.
 *
 * @param value none for a tombstone
 */
public record Outgoing<V>(
        Topic<String, V> topic, String key, @Nullable V value) {

    private static final String SOURCE = "/retold/" + Refusals.SERVICE;

    public boolean isFor(Topic<String, ?> other) {
        return topic.name().equals(other.name());
    }

    /** The value, with the type that its topic has. */
    @SuppressWarnings("unchecked")
    public <T> @Nullable T valueFor(Topic<String, T> other) {
        if (!isFor(other)) {
            throw new IllegalArgumentException("a record for %s is none for %s".formatted(topic.name(), other.name()));
        }
        return (T) value;
    }

    /** @param id the same when the same decision is written again */
    Record<String, Outgoing<?>> record(String id, Instant at) {
        return new Record<>(key, this, at.toEpochMilli(), Leg.carry(CloudEvents.headers(topic, SOURCE, id, at)));
    }
}
