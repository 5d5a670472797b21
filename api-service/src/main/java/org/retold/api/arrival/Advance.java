package org.retold.api.arrival;

/**
 * How far the reading of one source has come with a batch.
 *
 * @param topicId the broker's own id of the topic: another id under the same name is another topic
 * @param from offset that the batch starts at
 * @param to offset that the next batch starts at
 */
public record Advance(Source source, String topicId, long from, long to) {

    public Advance {
        if (from < 0 || to < from) {
            throw new IllegalArgumentException("%s does not advance from %d to %d".formatted(source, from, to));
        }
    }
}
