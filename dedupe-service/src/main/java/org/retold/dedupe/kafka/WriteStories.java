package org.retold.dedupe.kafka;

import java.time.Duration;
import java.util.List;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.retold.contract.Story;
import org.retold.dedupe.shard.Link;
import org.retold.dedupe.shard.ShardAnswer;
import org.retold.dedupe.shard.Standing;
import org.retold.dedupe.story.Change;
import org.retold.dedupe.story.Finding;
import org.retold.dedupe.story.Question;
import org.retold.dedupe.story.StoryWriter;
import org.retold.dedupe.verify.Clustering;
import org.retold.dedupe.verify.Shortlist;
import org.retold.trail.Leg;

/** Decides each article when every shard has answered, in arrival order. */
public final class WriteStories extends ContextualProcessor<Integer, ShardAnswer, String, Outgoing<?>> {

    private static final Logger LOG = Logger.getLogger(WriteStories.class);

    private final Clustering clustering;
    private final Duration memory;
    private final Shards shards;
    private final Ledgers ledgers;
    private final Meters meters;

    @SuppressWarnings("NullAway.Init")
    private PendingAnswers pending;

    @SuppressWarnings("NullAway.Init")
    private StoreLedger ledger;

    @SuppressWarnings("NullAway.Init")
    private StoryWriter writer;

    public WriteStories(Clustering clustering, Duration memory, Shards shards, Ledgers ledgers, Meters meters) {
        this.clustering = clustering;
        this.memory = memory;
        this.shards = shards;
        this.ledgers = ledgers;
        this.meters = meters;
    }

    @Override
    public void init(ProcessorContext<String, Outgoing<?>> context) {
        super.init(context);
        pending = new PendingAnswers(context.getStateStore(Stores.PENDING), shards.count());
        ledger = ledgers.begin(context);
        Stores.LARGE_OF_LEDGER.forEach(store -> RegularFlush.of(context.getStateStore(store), context));
        writer = new StoryWriter(clustering, memory, ledger);
    }

    @Override
    public void process(Record<Integer, ShardAnswer> record) {
        long started = System.nanoTime();
        pending.add(record.value()).ifPresent(answers -> {
            try (Leg leg = Leg.begin("decide", record.headers())) {
                decide(answers, leg);
            }
        });
        meters.written(System.nanoTime() - started);
        meters.waiting(pending.waiting());
    }

    private void decide(List<ShardAnswer> answers, Leg leg) {
        List<Link> links = answers.stream()
                .flatMap(answer -> answer.links().stream())
                .sorted(Link.MOST_PROMISING)
                .limit(Shortlist.VERIFIED)
                .toList();
        for (ShardAnswer answer : answers) {
            switch (answer) {
                case ShardAnswer.Compared compared -> {} // its links are in the list
                case ShardAnswer.Kept kept -> {
                    leg.of("articleId", kept.reference().id());
                    List<Change> changes = changes(kept, links);
                    log(kept, changes);
                    changes.forEach(change -> Publication.of(change, context()::forward));
                    meters.decided(kept.standing());
                    meters.openStories(ledger.openStories());
                }
                case ShardAnswer.Withdrawn withdrawn -> {
                    if (withdrawn.shard() == 0) {
                        writer.withdraw(
                                        withdrawn.articleId(),
                                        withdrawn.arrival().time())
                                .forEach(change -> Publication.of(change, context()::forward));
                        meters.withdrawn();
                        meters.openStories(ledger.openStories());
                    }
                }
                case ShardAnswer.Found found -> {
                    if (found.shard() == 0) {
                        context().forward(Publication.of(writer.lookUp(question(found), links)));
                    }
                }
            }
        }
    }

    private List<Change> changes(ShardAnswer.Kept kept, List<Link> links) {
        return kept.standing() == Standing.REPEATED
                ? writer.expire(kept.arrival().time())
                : writer.tell(new Finding(kept.arrival(), kept.reference(), links));
    }

    private static void log(ShardAnswer.Kept kept, List<Change> changes) {
        if (LOG.isDebugEnabled()) {
            String articleId = kept.reference().id();
            LOG.debugf(
                    "article decided articleId=%s standing=%s storyId=%s",
                    articleId, kept.standing(), storyOf(articleId, changes));
        }
    }

    private static @Nullable String storyOf(String articleId, List<Change> changes) {
        return changes.stream()
                .flatMap(change -> change.stories().stream())
                .filter(story ->
                        story.articles().stream().anyMatch(member -> member.id().equals(articleId)))
                .map(Story::id)
                .findFirst()
                .orElse(null);
    }

    private static Question question(ShardAnswer.Found found) {
        return new Question(found.lookupId(), found.asked(), found.published(), found.tooShort());
    }
}
