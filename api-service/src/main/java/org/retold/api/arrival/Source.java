package org.retold.api.arrival;

/** One partition of a topic. */
public record Source(String topic, int partition) {

    public Source {
        if (topic.isBlank() || partition < 0) {
            throw new IllegalArgumentException("no partition: '%s', %d".formatted(topic, partition));
        }
    }
}
