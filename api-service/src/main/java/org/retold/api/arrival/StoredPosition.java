package org.retold.api.arrival;

/**
 * Where reading goes on, as it is stored next to what was read.
 *
 * @param topicId the broker's id of the topic that was read
 * @param next offset of the first record that is not applied yet
 */
public record StoredPosition(String topicId, long next) {

    public StoredPosition {
        if (next < 0) {
            throw new IllegalArgumentException("next is %d".formatted(next));
        }
    }
}
