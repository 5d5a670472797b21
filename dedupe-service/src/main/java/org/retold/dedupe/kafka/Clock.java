package org.retold.dedupe.kafka;

import java.time.Instant;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/** Record time that never runs backwards, whatever the records' timestamps say. */
final class Clock {

    private static final String KEY = "latest";

    private final KeyValueStore<String, Long> store;

    Clock(KeyValueStore<String, Long> store) {
        this.store = store;
    }

    Instant tick(long timestamp) {
        @Nullable Long latest = store.get(KEY);
        if (latest != null && latest >= timestamp) {
            return Instant.ofEpochMilli(latest);
        }
        store.put(KEY, timestamp);
        return Instant.ofEpochMilli(timestamp);
    }
}
