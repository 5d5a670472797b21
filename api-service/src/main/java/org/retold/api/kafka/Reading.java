package org.retold.api.kafka;

import java.util.List;
import org.apache.kafka.common.header.Headers;
import org.retold.api.arrival.Batch;

/** What one look at the topics brought. */
public sealed interface Reading {

    /**
     * Records to apply.
     *
     * @param headers of the records that traces end with
     */
    record Records(Batch batch, List<Headers> headers) implements Reading {

        public Records {
            headers = List.copyOf(headers);
        }
    }

    /** All that there is was read. */
    record NothingNew() implements Reading {}

    /** Topics that were deleted and made anew, or cut: what was read from them is about another world. */
    record Restarted(List<String> topics) implements Reading {

        public Restarted {
            topics = List.copyOf(topics);
        }
    }
}
