package org.retold.dedupe.article;

import java.time.Duration;
import java.time.Instant;

/**
 * The place of a revision in the order of the world.
 *
 * @param offset in the articles topic; lower is older
 * @param time when we accepted it, by record timestamps; never before the time of a lower offset
 */
public record Arrival(long offset, Instant time) implements Comparable<Arrival> {

    public Arrival {
        if (offset < 0) {
            throw new IllegalArgumentException("offset %d is negative".formatted(offset));
        }
    }

    /** Whether this is so long ago that it is to be forgotten. */
    public boolean isPast(Duration memory, Instant now) {
        return time.plus(memory).isBefore(now);
    }

    /** The later of the two. */
    public Arrival orLater(Arrival other) {
        return compareTo(other) >= 0 ? this : other;
    }

    @Override
    public int compareTo(Arrival other) {
        return Long.compare(offset, other.offset);
    }
}
