package org.retold.api;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.header.Headers;
import org.jboss.logging.Logger;
import org.retold.api.ProjectionState.Phase;
import org.retold.api.arrival.Batch;
import org.retold.api.arrival.Source;
import org.retold.api.arrival.StoredPosition;
import org.retold.api.kafka.OwnTopics;
import org.retold.api.kafka.Reading;
import org.retold.api.kafka.RejectionWriter;
import org.retold.api.kafka.TopicReader;
import org.retold.api.postgres.ArticleWords;
import org.retold.api.postgres.ReadModel;
import org.retold.trail.Leg;
import org.retold.trail.Unquoted;

/**
 * From the topics to the read model, again and again until it is told to stop:
 *
 * <pre>
 * prepare: own topics exist, schema is current ─▶ read on from the stored positions ─▶ apply a batch and its positions
 *     ▲                                               │    ▲ meanwhile, the next       │ in one transaction
 *     │                                               │    └───────────────────────────┤
 *     └── whatever goes wrong: wait, longer each time ◀────────────────────────────────┘
 * </pre>
 *
 * <p>A crash between any two steps loses nothing and doubles nothing: positions and rows are committed together.
 */
final class StoryProjection implements Runnable {

    private static final Logger LOG = Logger.getLogger(StoryProjection.class);
    private static final Duration TIDY_EVERY = Duration.ofHours(1);

    private final OwnTopics ownTopics;
    private final Supplier<TopicReader> readers;
    private final ReadModel readModel;
    private final RejectionWriter rejections;
    private final ProjectionState state;
    private final ProjectionMetrics metrics;
    private final InstantSource clock;
    private final Duration keep;
    private final BackOff backOff = new BackOff(Duration.ofMillis(250), Duration.ofSeconds(5));

    private volatile boolean stopping;
    private Instant tidied;

    StoryProjection(
            OwnTopics ownTopics,
            Supplier<TopicReader> readers,
            ReadModel readModel,
            RejectionWriter rejections,
            ProjectionState state,
            ProjectionMetrics metrics,
            InstantSource clock,
            Duration keep) {
        this.ownTopics = ownTopics;
        this.readers = readers;
        this.readModel = readModel;
        this.rejections = rejections;
        this.state = state;
        this.metrics = metrics;
        this.clock = clock;
        this.keep = keep;
        this.tidied = clock.instant();
    }

    @Override
    public void run() {
        while (!stopping) {
            try (TopicReader topics = readers.get()) {
                follow(topics);
            } catch (WakeupException e) {
                LOG.debug("woken up");
            } catch (RuntimeException e) {
                wait(e);
            }
        }
        state.set(new Phase.Stopped());
    }

    /** Ends after the batch at hand; {@link #run} returns then. */
    void stop() {
        stopping = true;
        backOff.end();
    }

    /** While one batch is applied, the next is read, and the words of its articles. */
    private void follow(TopicReader topics) {
        ownTopics.create();
        readModel.migrate();
        Map<Source, StoredPosition> positions = readModel.positions();
        boolean begun = !positions.isEmpty();
        topics.startFrom(positions);
        try (WordSettling settling = new WordSettling(readModel::settle, clock);
                ExecutorService writer = Executors.newSingleThreadExecutor(
                        Thread.ofPlatform().name("story-projection-writer").factory())) {
            Future<Optional<Step>> applying = CompletableFuture.completedFuture(Optional.empty());
            while (!stopping) {
                Reading reading = topics.next();
                ArticleWords words = words(reading);
                Optional<Step> overtaken = end(applying);
                if (overtaken.isPresent()) {
                    topics.startFrom(positionsAfterAnother(overtaken.get()));
                    applying = CompletableFuture.completedFuture(Optional.empty());
                    continue;
                }
                Set<String> missing = topics.missing();
                Map<String, Long> behind = topics.behind();
                switch (reading) {
                    case Reading.Records(Batch batch, var headers) -> {
                        settling.stored(batch.articles().size());
                        applying = writer.submit(() -> apply(new Step(batch, words, headers, missing, behind)));
                        begun = true;
                    }
                    case Reading.NothingNew() -> {
                        if (begun && readModel.positions().isEmpty()) {
                            LOG.info("the read model was emptied, reading the topics anew");
                            topics.startFrom(Map.of());
                            begun = false;
                            continue;
                        }
                        settling.idle();
                        tidy();
                        tell(missing, behind);
                    }
                    case Reading.Restarted(var restarted) -> {
                        LOG.warnf("topics were made anew, forgetting what was read from them: topics=%s", restarted);
                        readModel.startOver(restarted);
                        topics.startFrom(readModel.positions());
                    }
                }
            }
        }
    }

    /** What can be done for the next batch while the one before is applied. */
    private ArticleWords words(Reading reading) {
        return reading instanceof Reading.Records news ? readModel.words(news.batch()) : ArticleWords.UNREAD;
    }

    /** Waits for the batch before. */
    private static Optional<Step> end(Future<Optional<Step>> applying) {
        try {
            return applying.get();
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    /** The same step when another instance has read on from where it starts, and nothing was done. */
    private Optional<Step> apply(Step step) {
        Instant began = clock.instant();
        if (readModel.apply(step.batch, step.words, rejections::write) < 0) {
            return Optional.of(step);
        }
        step.headers.forEach(record -> Leg.past("show", record, began));
        metrics.applied(step.batch);
        log(step.batch);
        tell(step.missing, step.behind);
        return Optional.empty();
    }

    /** Where to read on; an instance that is always second is not late with what the other one has applied. */
    private Map<Source, StoredPosition> positionsAfterAnother(Step overtaken) {
        LOG.debug("another instance has read on from here");
        Map<Source, StoredPosition> positions = readModel.positions();
        if (overtaken.batch.advances().stream().allMatch(advance -> advance.isIn(positions.get(advance.source())))) {
            metrics.overtaken(overtaken.batch);
            tell(overtaken.missing, overtaken.behind);
        }
        return positions;
    }

    private static void log(Batch batch) {
        if (LOG.isDebugEnabled()) {
            batch.articles().forEach(article -> LOG.debugf("article stored: articleId=%s", article.key()));
            batch.events()
                    .forEach(event -> LOG.debugf(
                            "story told: articleId=%s storyId=%s kind=%s",
                            event.told().articleId(), event.key(), event.told().kind()));
        }
    }

    private void tell(Set<String> missing, Map<String, Long> behind) {
        backOff.reset();
        metrics.behind(behind);
        if (!missing.isEmpty()) {
            state.set(new Phase.Waiting("waiting for topics that do not exist yet: " + String.join(", ", missing)));
        } else if (!behind.isEmpty()) {
            state.behind(behind);
        }
    }

    private void tidy() {
        Instant now = clock.instant();
        if (now.isAfter(tidied.plus(TIDY_EVERY))) {
            int removed = readModel.tidy(now.minus(keep));
            tidied = now;
            LOG.debugf("tidied: removed=%d", removed);
        }
    }

    private void wait(RuntimeException problem) {
        Duration pause = backOff.next();
        Throwable root = rootOf(problem);
        String reason = Objects.requireNonNullElseGet(Unquoted.of(root).getMessage(), root::toString);
        if (!(state.phase() instanceof Phase.Waiting)) {
            LOG.warnf("reading is interrupted, trying again: reason=%s", reason);
        }
        LOG.debugf(problem, "reading is interrupted: next=%s", pause);
        state.set(new Phase.Waiting(reason));
        backOff.pause(pause);
    }

    private static Throwable rootOf(Throwable problem) {
        Throwable root = problem;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return root;
    }

    /**
     * A batch to apply.
     *
     * @param missing topics that do not exist yet
     * @param behind what is left when it is applied
     */
    private record Step(
            Batch batch, ArticleWords words, List<Headers> headers, Set<String> missing, Map<String, Long> behind) {}
}
