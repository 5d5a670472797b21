package org.retold.dedupe.kafka;

import java.util.regex.Pattern;
import org.retold.contract.Topic;

/**
 * What an instance calls its state and what it writes. A shadow runs beside the live service: it reads the same, and
 * writes to topics that nobody else reads.
 */
public sealed interface Naming {

    /** Internal topics, stores and the consumer group are named after it: another id is another state. */
    String applicationId();

    /** The topic that is written where the contract says this one. */
    <V> Topic<String, V> of(Topic<String, V> topic);

    /** The names of the contract. */
    record Live() implements Naming {

        @Override
        public String applicationId() {
            return "retold-dedupe";
        }

        @Override
        public <V> Topic<String, V> of(Topic<String, V> topic) {
            return topic;
        }
    }

    /**
     * Names that are this shadow's alone, {@code retold.shadow.NAME.stories.v1} and so on.
     *
     * @param name lower-case letters, digits and hyphens, at most 40
     */
    record Shadow(String name) implements Naming {

        private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9-]{0,39}");

        public Shadow {
            if (!NAME.matcher(name).matches()) {
                throw new IllegalArgumentException(
                        "'%s' is no name of a shadow: lower-case letters, digits and hyphens, at most 40"
                                .formatted(name));
            }
        }

        @Override
        public String applicationId() {
            return "retold-dedupe-shadow-" + name;
        }

        @Override
        public <V> Topic<String, V> of(Topic<String, V> topic) {
            return new Topic<>(
                    "retold.shadow." + name + topic.name().substring("retold".length()),
                    topic.type(),
                    topic.keySerde(),
                    topic.valueSerde(),
                    topic.partitions(),
                    topic.retention(),
                    topic.maxRecordBytes());
        }
    }
}
