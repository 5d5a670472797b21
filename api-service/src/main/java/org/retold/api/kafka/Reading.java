package org.retold.api.kafka;

import java.util.List;
import org.retold.api.arrival.Batch;

/** What one look at the topics brought. */
public sealed interface Reading {

    /** Records to apply. */
    record Records(Batch batch) implements Reading {}

    /** All that there is was read. */
    record NothingNew() implements Reading {}

    /** Topics that were deleted and made anew, or cut: what was read from them is about another world. */
    record Restarted(List<String> topics) implements Reading {

        public Restarted {
            topics = List.copyOf(topics);
        }
    }
}
