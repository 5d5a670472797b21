package org.retold.dedupe.kafka;

import java.util.Optional;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.retold.contract.Article;
import org.retold.contract.ArticleRecordKey;
import org.retold.contract.Rejection;
import org.retold.contract.Topics;
import org.retold.dedupe.article.Arrival;
import org.retold.dedupe.article.Reference;
import org.retold.dedupe.kafka.Refusals.Read;
import org.retold.dedupe.sketch.Sketches;
import org.retold.dedupe.view.View;
import org.retold.dedupe.view.Views;

/** Views and sketches each article and gives it its place in the order of the world: its offset. */
public final class ReadArticles extends ContextualProcessor<String, byte[], String, Intake> {

    private final Views views;
    private final Sketches sketches = new Sketches();

    @SuppressWarnings("NullAway.Init")
    private Clock clock;

    public ReadArticles(Views views) {
        this.views = views;
    }

    @Override
    public void init(ProcessorContext<String, Intake> context) {
        super.init(context);
        clock = new Clock(context.getStateStore(Stores.CLOCK));
    }

    @Override
    public void process(Record<String, byte[]> record) {
        context().forward(record.withValue(record.value() == null ? withdrawn(record) : arrived(record)));
    }

    private Intake arrived(Record<String, byte[]> record) {
        return switch (Refusals.read(Article.class, Topics.ARTICLES, record, context())) {
            case Read.Value<Article> article -> arrived(article.value(), record.timestamp());
            case Read.Refused<Article> refused -> new Intake.Refused(refused.rejection());
        };
    }

    private Intake arrived(Article article, long timestamp) {
        View view = views.of(article);
        return new Intake.Arrived(arrival(timestamp), Reference.of(article, view.words()), view, sketches.of(view));
    }

    /** A tombstone stands for all of the article that came before, not only for the record that it ends. */
    private Intake withdrawn(Record<String, byte[]> record) {
        Optional<Rejection> unknown = Refusals.unknownVersion(Topics.ARTICLES, record, context());
        if (unknown.isPresent()) {
            return new Intake.Refused(unknown.get());
        }
        try {
            ArticleRecordKey key = ArticleRecordKey.parse(String.valueOf(record.key()));
            return new Intake.Withdrawn(arrival(record.timestamp()), key.articleId());
        } catch (IllegalArgumentException e) {
            return new Intake.Refused(Refusals.rejection(
                    Topics.ARTICLES.name(),
                    "unknown-key",
                    "a tombstone of no article: " + e.getMessage(),
                    record,
                    context()));
        }
    }

    private Arrival arrival(long timestamp) {
        long offset = context().recordMetadata().orElseThrow().offset();
        return new Arrival(offset, clock.tick(timestamp));
    }
}
