package org.retold.dedupe;

import static org.apache.kafka.streams.kstream.Named.as;
import static org.retold.contract.Topics.ARTICLES;
import static org.retold.contract.Topics.CORRECTIONS;
import static org.retold.contract.Topics.EVIDENCE;
import static org.retold.contract.Topics.LOOKUPS;
import static org.retold.contract.Topics.LOOKUP_ANSWERS;
import static org.retold.contract.Topics.REJECTIONS;
import static org.retold.contract.Topics.STORIES;
import static org.retold.contract.Topics.STORY_EVENTS;

import java.time.Duration;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.kstream.KStream;
import org.apache.kafka.streams.kstream.Produced;
import org.apache.kafka.streams.kstream.Repartitioned;
import org.retold.contract.Topic;
import org.retold.dedupe.kafka.ApplyCorrections;
import org.retold.dedupe.kafka.Codecs;
import org.retold.dedupe.kafka.Intake;
import org.retold.dedupe.kafka.Ledgers;
import org.retold.dedupe.kafka.Meters;
import org.retold.dedupe.kafka.Naming;
import org.retold.dedupe.kafka.Outgoing;
import org.retold.dedupe.kafka.ReadArticles;
import org.retold.dedupe.kafka.ReadLookups;
import org.retold.dedupe.kafka.RefuseUnreadable;
import org.retold.dedupe.kafka.SearchShard;
import org.retold.dedupe.kafka.Shards;
import org.retold.dedupe.kafka.Stores;
import org.retold.dedupe.kafka.WriteStories;
import org.retold.dedupe.shard.Probe;
import org.retold.dedupe.shard.ShardAnswer;
import org.retold.dedupe.verify.Verifier;
import org.retold.dedupe.view.Views;

/** Articles in, stories out. The service on one page; every verb below is a class of its own. */
public final class DedupeTopology {

    private final Views views;
    private final Verifier verifier;
    private final Shards shards;
    private final Duration memory;
    private final Stores stores;
    private final Ledgers ledgers = new Ledgers();
    private final Meters meters;
    private final Naming naming;

    /** @param memory how long an article is remembered after its newest revision, and a story after its last article */
    public DedupeTopology(
            Views views, Verifier verifier, Shards shards, Duration memory, Stores stores, Meters meters) {
        this(views, verifier, shards, memory, stores, meters, new Naming.Live());
    }

    /** @param naming of the topics that are written */
    public DedupeTopology(
            Views views,
            Verifier verifier,
            Shards shards,
            Duration memory,
            Stores stores,
            Meters meters,
            Naming naming) {
        this.views = views;
        this.verifier = verifier;
        this.shards = shards;
        this.memory = memory;
        this.stores = stores;
        this.meters = meters;
        this.naming = naming;
    }

    public Topology build() {
        StreamsBuilder builder = new StreamsBuilder();
        stores.addTo(builder);

        KStream<String, Intake> articles =
                read(ARTICLES, builder).process(() -> new ReadArticles(views), as("view-articles"), Stores.CLOCK);
        KStream<String, Intake> lookups =
                read(LOOKUPS, builder).process(() -> new ReadLookups(views), as("view-lookups"));
        KStream<String, Intake> intakes = articles.merge(lookups, as("all-that-is-asked"));
        KStream<Integer, Probe> probes = intakes.flatMap(
                        (id, intake) -> shards.probeEach(intake), as("probe-each-shard"))
                .repartition(byShard());
        KStream<Integer, ShardAnswer> answers = probes.process(
                        () -> new SearchShard(shards, verifier, memory, meters), as("search-shard"), Stores.VIEWS)
                .repartition(toOneWriter());
        KStream<String, Outgoing<?>> stories =
                answers.process(this::storyWriter, as("decide-stories"), Stores.WRITER.toArray(String[]::new));
        KStream<String, Outgoing<?>> corrected = read(CORRECTIONS, builder)
                .process(this::corrector, as("obey-corrections"), Stores.LEDGER.toArray(String[]::new));
        KStream<String, Outgoing<?>> decisions = stories.merge(corrected, as("all-that-is-decided"));

        write(decisions, STORIES, "stories");
        write(decisions, STORY_EVENTS, "story-events");
        write(decisions, EVIDENCE, "evidence");
        write(decisions, LOOKUP_ANSWERS, "lookup-answers");
        write(decisions, REJECTIONS, "refused-corrections");
        write(
                intakes.process(() -> new RefuseUnreadable(meters), as("refuse-unreadable")),
                REJECTIONS,
                "refused-intakes");
        return builder.build();
    }

    private WriteStories storyWriter() {
        return new WriteStories(verifier.model().clustering(), memory, shards, ledgers, meters);
    }

    private ApplyCorrections corrector() {
        return new ApplyCorrections(verifier.model().clustering(), memory, ledgers, meters);
    }

    /** As bytes: a record that cannot be read is refused by us, not by the client. */
    private static KStream<String, byte[]> read(Topic<String, ?> topic, StreamsBuilder builder) {
        return builder.stream(
                topic.name(),
                Consumed.with(topic.keySerde(), Serdes.ByteArray()).withName("read-" + topic.name()));
    }

    private Repartitioned<Integer, Probe> byShard() {
        return Repartitioned.with(Serdes.Integer(), Codecs.PROBE)
                .withName("probes")
                .withNumberOfPartitions(shards.count())
                .withStreamPartitioner(Shards.partitioner());
    }

    private static Repartitioned<Integer, ShardAnswer> toOneWriter() {
        return Repartitioned.with(Serdes.Integer(), Codecs.ANSWER)
                .withName("answers")
                .withNumberOfPartitions(1);
    }

    /** @param name what of the topic this is; two parts of the topology write rejections */
    private <V> void write(KStream<String, Outgoing<?>> decisions, Topic<String, V> topic, String name) {
        decisions
                .filter((key, outgoing) -> outgoing.isFor(topic), as("only-" + name))
                .mapValues(outgoing -> outgoing.valueFor(topic), as("values-of-" + name))
                .to(
                        naming.of(topic).name(),
                        Produced.with(topic.keySerde(), topic.valueSerde()).withName("write-" + name));
    }
}
