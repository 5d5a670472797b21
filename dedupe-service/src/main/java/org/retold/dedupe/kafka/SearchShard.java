package org.retold.dedupe.kafka;

import java.time.Duration;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.retold.dedupe.shard.Probe;
import org.retold.dedupe.shard.SearchGauge;
import org.retold.dedupe.shard.Shard;
import org.retold.dedupe.shard.ShardAnswer;
import org.retold.dedupe.sketch.Sketches;
import org.retold.dedupe.verify.Verifier;

/** Answers the probes of one shard, whose number is its partition. */
public final class SearchShard extends ContextualProcessor<Integer, Probe, Integer, ShardAnswer> {

    private final Verifier verifier;
    private final Duration memory;
    private final SearchGauge gauge;

    @SuppressWarnings("NullAway.Init")
    private Shard shard;

    public SearchShard(Verifier verifier, Duration memory, SearchGauge gauge) {
        this.verifier = verifier;
        this.memory = memory;
        this.gauge = gauge;
    }

    /** The store is restored by now; the index in memory is derived from it. */
    @Override
    public void init(ProcessorContext<Integer, ShardAnswer> context) {
        super.init(context);
        shard = new Shard(
                context.taskId().partition(),
                new StoreShelf(context.getStateStore(Stores.VIEWS)),
                new Sketches(),
                verifier,
                memory,
                gauge);
    }

    @Override
    public void process(Record<Integer, Probe> record) {
        context().forward(record.withValue(shard.answer(record.value())));
    }
}
