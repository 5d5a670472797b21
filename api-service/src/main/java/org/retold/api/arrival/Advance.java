package org.retold.api.arrival;

import org.jspecify.annotations.Nullable;

/**
 * How far the reading of one source has come with a batch.
 *
 * @param topicId the broker's own id of the topic: another id under the same name is another topic
 * @param from where the batch before ended; absent when nothing of the source was applied before
 * @param to offset that the next batch starts at
 */
public record Advance(
        Source source, String topicId, @Nullable Long from, long to) {

    public Advance {
        if (to < 0 || (from != null && to < from)) {
            throw new IllegalArgumentException("%s does not advance from %s to %d".formatted(source, from, to));
        }
    }

    /** Whether this goes on from there; absent when nothing is stored. */
    public boolean continues(@Nullable StoredPosition stored) {
        if (stored == null || from == null) {
            return stored == null && from == null;
        }
        return stored.next() == from && stored.topicId().equals(topicId);
    }

    /** Whether all of this was applied when this was stored; absent when nothing was. */
    public boolean isIn(@Nullable StoredPosition stored) {
        return stored != null && stored.topicId().equals(topicId) && stored.next() >= to;
    }
}
