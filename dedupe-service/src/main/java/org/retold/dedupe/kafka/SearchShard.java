package org.retold.dedupe.kafka;

import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;
import org.retold.dedupe.shard.Effort;
import org.retold.dedupe.shard.Probe;
import org.retold.dedupe.shard.SearchGauge;
import org.retold.dedupe.shard.Shard;
import org.retold.dedupe.shard.ShardAnswer;
import org.retold.dedupe.shard.ShelvedView;
import org.retold.dedupe.verify.Verifier;

/** Answers the probes of the shards that its task holds: one, where there are as many partitions as shards. */
public final class SearchShard extends ContextualProcessor<Integer, Probe, Integer, ShardAnswer> {

    private final Shards count;
    private final Verifier verifier;
    private final Duration memory;
    private final SearchGauge gauge;
    private final Map<Integer, Shard> shards = new TreeMap<>();

    @SuppressWarnings("NullAway.Init")
    private KeyValueStore<Long, ShelvedView> views;

    public SearchShard(Shards count, Verifier verifier, Duration memory, SearchGauge gauge) {
        this.count = count;
        this.verifier = verifier;
        this.memory = memory;
        this.gauge = gauge;
    }

    /** The store is restored by now; the indexes in memory are derived from it. */
    @Override
    public void init(ProcessorContext<Integer, ShardAnswer> context) {
        super.init(context);
        views = context.getStateStore(Stores.VIEWS);
        RegularFlush.of(views, context);
        shards.clear();
        for (int number = 0; number < count.count(); number++) {
            if (!new StoreShelf(views, number).isEmpty()) {
                shards.put(number, shard(number));
            }
        }
    }

    @Override
    public void process(Record<Integer, Probe> record) {
        Shard shard = shards.computeIfAbsent(record.key(), this::shard);
        context().forward(record.withValue(shard.answer(record.value())));
    }

    /** Memory for the indexes, given back when the task moves elsewhere. */
    @Override
    public void close() {
        shards.clear();
    }

    private Shard shard(int number) {
        return new Shard(
                number, new StoreShelf(views, number), Effort.sharedBy(count.count()), verifier, memory, gauge);
    }
}
