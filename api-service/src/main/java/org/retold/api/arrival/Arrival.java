package org.retold.api.arrival;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One record as it was read.
 *
 * @param offset its place in the source
 * @param accepted the record's time: when the pipeline accepted what it tells
 * @param value absent for a tombstone
 */
public record Arrival<V>(
        Source source,
        long offset,
        Instant accepted,
        String key,
        @Nullable V value) {

    public Arrival {
        if (offset < 0) {
            throw new IllegalArgumentException("offset is %d".formatted(offset));
        }
        if (key.isBlank()) {
            throw new IllegalArgumentException("key is empty");
        }
    }

    /** A tombstone ends what its key named. */
    public boolean isTombstone() {
        return value == null;
    }

    /** What it tells; to be asked only of what is no tombstone. */
    public V told() {
        if (value == null) {
            throw new IllegalStateException("a tombstone tells nothing: " + key);
        }
        return value;
    }
}
