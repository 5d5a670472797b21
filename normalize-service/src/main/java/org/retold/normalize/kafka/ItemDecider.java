package org.retold.normalize.kafka;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.processor.api.RecordMetadata;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.retold.contract.Article;
import org.retold.contract.ArticleRecordKey;
import org.retold.contract.CloudEvents;
import org.retold.contract.Item;
import org.retold.contract.Json;
import org.retold.contract.Rejection;
import org.retold.contract.Topics;
import org.retold.normalize.article.ArticleId;
import org.retold.normalize.article.Normalizer;
import org.retold.normalize.article.Outcome;
import org.retold.normalize.article.Outcome.Normalized;
import org.retold.normalize.article.Outcome.Refused;
import org.retold.normalize.kafka.Decision.Accepted;
import org.retold.normalize.kafka.Decision.Rejected;
import org.retold.normalize.takedown.ItemAddresses;
import org.retold.normalize.takedown.Takedowns;
import org.retold.trail.Leg;

/** Decodes and decides one item; whatever its bytes are, the stream goes on. Time is the item's record time. */
public final class ItemDecider extends ContextualProcessor<String, byte[], String, Decision> {

    private static final Logger LOG = Logger.getLogger(ItemDecider.class);
    private static final String SERVICE = "normalize-service";
    private static final String SOURCE = "/retold/normalize-service";
    private static final String TAKEN_DOWN = "taken-down";
    private static final String BARRED = "an operator had the article taken down";
    private static final int LONGEST_MESSAGE = 500;
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final Normalizer normalizer;
    private final Takedowns takedowns;
    private final Tally tally;

    public ItemDecider(Normalizer normalizer, Takedowns takedowns, Tally tally) {
        this.normalizer = normalizer;
        this.takedowns = takedowns;
        this.tally = tally;
    }

    /** Nothing is normalised before it is known what must not come. */
    @Override
    public void init(ProcessorContext<String, Decision> context) {
        super.init(context);
        try {
            if (!takedowns.awaitKnown(PATIENCE)) {
                throw new IllegalStateException("the takedowns could not be read within " + PATIENCE);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    @Override
    public void process(Record<String, byte[]> item) {
        try (Leg leg = Leg.begin("normalize", item.headers()).of("itemKey", String.valueOf(item.key()))) {
            decide(item, leg);
        }
    }

    private void decide(Record<String, byte[]> item, Leg leg) {
        Instant accepted = Instant.ofEpochMilli(item.timestamp());
        switch (outcome(item)) {
            case Normalized(Article article) -> {
                LOG.debugf("item normalized itemKey=%s articleId=%s", item.key(), article.id());
                leg.of("articleId", article.id());
                forward(item, key(article), new Accepted(article), accepted);
            }
            case Refused(String code, String message) -> {
                LOG.debugf("item refused itemKey=%s reason=%s", item.key(), code);
                Rejection rejection = rejection(item, code, message, accepted);
                forward(item, String.valueOf(item.key()), new Rejected(rejection), accepted);
            }
        }
    }

    private Outcome outcome(Record<String, byte[]> item) {
        if (item.key() == null) {
            return refused("no-key", "the record has no key");
        }
        Optional<String> unknown = CloudEvents.unknownVersion(Topics.ITEMS, item.headers());
        if (unknown.isPresent()) {
            return refused(Rejection.UNKNOWN_VERSION, unknown.get());
        }
        try {
            @Nullable Item decoded = Json.read(Item.class, item.value());
            return decoded == null ? refused("empty-record", "the record has no value") : unlessTakenDown(decoded);
        } catch (SerializationException e) {
            return refused("not-json", String.valueOf(e.getMessage()));
        } catch (RuntimeException | StackOverflowError e) {
            LOG.warnf(e, "item failed itemKey=%s", item.key());
            return refused("normalizer-failed", e.toString());
        }
    }

    private Outcome unlessTakenDown(Item item) {
        if (ItemAddresses.of(item).flatMap(url -> ArticleId.of(url).stream()).anyMatch(takedowns::bars)) {
            return refused(TAKEN_DOWN, BARRED);
        }
        Outcome outcome = tally.count(() -> normalizer.normalize(item));
        return outcome instanceof Normalized(Article article) && isBarred(article)
                ? refused(TAKEN_DOWN, BARRED)
                : outcome;
    }

    private boolean isBarred(Article article) {
        return takedowns.bars(article.id())
                || ArticleId.of(article.url()).filter(takedowns::bars).isPresent();
    }

    private Refused refused(String code, String message) {
        tally.refused(code);
        return new Refused(code, message.length() <= LONGEST_MESSAGE ? message : message.substring(0, LONGEST_MESSAGE));
    }

    private void forward(Record<String, byte[]> item, String key, Decision decision, Instant accepted) {
        var topic = switch (decision) {
            case Accepted article -> Topics.ARTICLES;
            case Rejected rejection -> Topics.REJECTIONS;
        };
        context()
                .forward(new Record<>(
                        key,
                        decision,
                        item.timestamp(),
                        Leg.carry(CloudEvents.headers(topic, SOURCE, place(), accepted))));
    }

    private String key(Article article) {
        RecordMetadata at = context().recordMetadata().orElseThrow();
        return new ArticleRecordKey(article.id(), at.partition(), at.offset()).toString();
    }

    /** The same for the same item in every replay of its topic. */
    private String place() {
        return context()
                .recordMetadata()
                .map(at -> "%s/%d/%d".formatted(at.topic(), at.partition(), at.offset()))
                .orElse("unknown");
    }

    private Rejection rejection(Record<String, byte[]> item, String code, String message, Instant accepted) {
        @Nullable RecordMetadata at = context().recordMetadata().orElse(null);
        byte @Nullable [] original = code.equals(TAKEN_DOWN) ? null : item.value();
        return new Rejection(
                SERVICE,
                code,
                message,
                at == null ? null : at.topic(),
                at == null ? null : at.partition(),
                at == null ? null : at.offset(),
                item.key(),
                url(item.value()),
                Rejection.kept(original),
                original != null && original.length > Rejection.MAX_ORIGINAL_BYTES,
                accepted);
    }

    private static @Nullable String url(byte @Nullable [] original) {
        try {
            @Nullable Item item = Json.read(Item.class, original);
            return item == null ? null : item.url();
        } catch (SerializationException e) {
            return null;
        }
    }
}
