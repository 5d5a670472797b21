package org.retold.dedupe.kafka;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.processor.StreamPartitioner;
import org.retold.dedupe.shard.Probe;

/**
 * The shards of the index. Each article is kept by one and compared by all.
 *
 * @param count fixed for the life of the deployment's state
 */
public record Shards(int count) {

    public Shards {
        if (count < 1) {
            throw new IllegalArgumentException("there is at least one shard, not " + count);
        }
    }

    /** One probe for each shard; the key is the shard. */
    public List<KeyValue<Integer, Probe>> probeEach(Intake intake) {
        return switch (intake) {
            case Intake.Arrived arrived -> {
                int home = Math.floorMod(arrived.reference().id().hashCode(), count);
                yield each(shard -> shard == home
                        ? new Probe.Homing(arrived.arrival(), arrived.reference(), arrived.view(), arrived.sketch())
                        : new Probe.Passing(arrived.arrival(), arrived.view(), arrived.sketch()));
            }
            case Intake.Asked asked -> each(shard -> asked.probe());
            case Intake.Withdrawn withdrawn ->
                each(shard -> new Probe.Withdrawing(withdrawn.arrival(), withdrawn.articleId()));
            case Intake.Refused refused -> List.of();
        };
    }

    /** Sends each probe to its shard's partition. */
    public static StreamPartitioner<Integer, Probe> partitioner() {
        return (topic, shard, probe, partitions) -> Optional.of(Set.of(shard % partitions));
    }

    private List<KeyValue<Integer, Probe>> each(IntFunction<Probe> probe) {
        return IntStream.range(0, count)
                .mapToObj(shard -> KeyValue.pair(shard, probe.apply(shard)))
                .toList();
    }
}
