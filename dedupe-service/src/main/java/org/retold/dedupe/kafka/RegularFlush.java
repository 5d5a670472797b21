package org.retold.dedupe.kafka;

import java.time.Duration;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.StateStore;
import org.apache.kafka.streams.processor.api.ProcessorContext;

/**
 * Has stores write what they have in memory to disk, where the next compaction finds what was deleted: a store that is
 * seldom written to would keep that for weeks. It decides nothing.
 */
final class RegularFlush {

    private static final Duration EVERY = Duration.ofHours(1);

    private RegularFlush() {}

    static void of(StateStore store, ProcessorContext<?, ?> context) {
        context.schedule(EVERY, PunctuationType.WALL_CLOCK_TIME, now -> store.flush());
    }
}
