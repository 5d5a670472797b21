package org.retold.dedupe.kafka;

import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.streams.processor.TaskId;
import org.apache.kafka.streams.processor.api.ProcessingContext;
import org.apache.kafka.streams.processor.api.ProcessorContext;

/** The ledger of each task: those who write stories and those who obey corrections share what it has in memory. */
public final class Ledgers {

    private final Map<TaskId, StoreLedger> open = new ConcurrentHashMap<>();

    /** A new one over the stores of the task, which begins. */
    StoreLedger begin(ProcessorContext<?, ?> context) {
        StoreLedger ledger = new StoreLedger(context);
        open.put(context.taskId(), ledger);
        return ledger;
    }

    /** The one of the task, which has begun. */
    StoreLedger of(ProcessingContext context) {
        return Objects.requireNonNull(open.get(context.taskId()));
    }
}
