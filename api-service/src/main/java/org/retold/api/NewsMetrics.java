package org.retold.api;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.retold.api.arrival.Arrival;
import org.retold.api.arrival.Batch;
import org.retold.contract.Article;
import org.retold.contract.Published;
import org.retold.contract.Story;
import org.retold.contract.StoryEvent;

/**
 * What is seen of the news: what happens to stories, how long articles take to get here, and how late retellings are.
 * What was accepted more than a day ago is history that is read again, and does not count.
 */
final class NewsMetrics {

    private static final Duration FRESH = Duration.ofDays(1);

    /** An article may be older than this when a feed is read for the first time; that is no latency. */
    private static final Duration LIVE = Duration.ofDays(2);

    private static final int REMEMBERED = 10_000;
    private static final Duration[] WITHIN = {
        Duration.ofMillis(500),
        Duration.ofSeconds(1),
        Duration.ofSeconds(2),
        Duration.ofSeconds(3),
        Duration.ofSeconds(5),
        Duration.ofSeconds(10),
        Duration.ofSeconds(30),
        Duration.ofMinutes(1),
        Duration.ofMinutes(5),
        Duration.ofMinutes(15),
        Duration.ofHours(1),
        Duration.ofHours(6),
        Duration.ofDays(1),
        Duration.ofDays(2)
    };
    private static final Duration[] LATE = {
        Duration.ofMinutes(15),
        Duration.ofHours(1),
        Duration.ofHours(3),
        Duration.ofHours(6),
        Duration.ofHours(12),
        Duration.ofDays(1),
        Duration.ofDays(3),
        Duration.ofDays(7),
        Duration.ofDays(14),
        Duration.ofDays(30),
        Duration.ofDays(60)
    };

    private final InstantSource clock;
    private final Map<StoryEvent.Kind, Counter> events = new EnumMap<>(StoryEvent.Kind.class);
    private final Timer afterAcceptance;
    private final Timer afterPublication;
    private final Timer retellings;

    /** When articles were published, by id, of those that came last and say so to the minute. */
    private final Map<String, Instant> published = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Instant> eldest) {
            return size() > REMEMBERED;
        }
    };

    NewsMetrics(MeterRegistry registry, InstantSource clock) {
        this.clock = clock;
        for (StoryEvent.Kind kind : StoryEvent.Kind.values()) {
            events.put(
                    kind,
                    Counter.builder("retold.api.story.events")
                            .description("What happened to stories")
                            .tag("kind", kind.name().toLowerCase(Locale.ROOT))
                            .register(registry));
        }
        afterAcceptance = Timer.builder("retold.api.story.after.acceptance")
                .description("From when an article was accepted until its story is shown")
                .serviceLevelObjectives(WITHIN)
                .register(registry);
        afterPublication = Timer.builder("retold.api.story.after.publication")
                .description("From an article's published date until its story is shown")
                .serviceLevelObjectives(WITHIN)
                .register(registry);
        retellings = Timer.builder("retold.api.retelling.after.original")
                .description("From the earliest published date of a story to that of an article that joined it")
                .serviceLevelObjectives(LATE)
                .register(registry);
    }

    void applied(Batch batch) {
        Instant now = clock.instant();
        batch.articles().stream()
                .filter(arrival -> !arrival.isTombstone())
                .map(Arrival::told)
                .forEach(this::remember);
        Map<String, Story> snapshots = new HashMap<>();
        batch.stories().stream()
                .filter(arrival -> !arrival.isTombstone())
                .map(Arrival::told)
                .forEach(story -> snapshots.put(story.id(), story));
        for (Arrival<StoryEvent> arrival : batch.events()) {
            if (!arrival.isTombstone() && arrival.accepted().isAfter(now.minus(FRESH))) {
                happened(arrival.told(), arrival.accepted(), now, snapshots);
            }
        }
    }

    private void happened(StoryEvent event, Instant accepted, Instant now, Map<String, Story> snapshots) {
        Counter counter = events.get(event.kind());
        if (counter != null) {
            counter.increment();
        }
        if (event.kind() != StoryEvent.Kind.CREATED && event.kind() != StoryEvent.Kind.JOINED) {
            return;
        }
        afterAcceptance.record(Duration.between(accepted, now));
        Optional<Instant> told =
                Optional.ofNullable(event.articleId()).flatMap(id -> Optional.ofNullable(published.get(id)));
        told.filter(at -> !at.isAfter(accepted) && at.isAfter(accepted.minus(LIVE)))
                .ifPresent(at -> afterPublication.record(Duration.between(at, now)));
        if (event.kind() == StoryEvent.Kind.JOINED) {
            Optional<Story> story = Optional.ofNullable(snapshots.get(event.storyId()));
            told.ifPresent(at -> story.map(Story::firstPublished)
                    .filter(first -> first.isBefore(at))
                    .ifPresent(first -> retellings.record(Duration.between(first, at))));
        }
    }

    private void remember(Article article) {
        Published date = article.published();
        if (date != null
                && (date.precision() == Published.Precision.SECOND || date.precision() == Published.Precision.MINUTE)) {
            published.put(article.id(), date.at());
        }
    }
}
