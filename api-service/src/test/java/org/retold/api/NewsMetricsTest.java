package org.retold.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.micrometer.core.instrument.distribution.CountAtBucket;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.retold.api.arrival.Arrival;
import org.retold.api.arrival.Batch;
import org.retold.api.arrival.BatchOf;
import org.retold.api.arrival.Source;
import org.retold.contract.Article;
import org.retold.contract.Credits;
import org.retold.contract.Published;
import org.retold.contract.Publisher;
import org.retold.contract.Story;
import org.retold.contract.StoryEvent;

class NewsMetricsTest {

    private static final Instant NOW = Instant.parse("2026-10-09T06:00:00Z");
    private static final Instant ACCEPTED = NOW.minusSeconds(3);

    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    private final NewsMetrics metrics = new NewsMetrics(registry, () -> NOW);

    @Test
    void anArticleThatJoinsTellsHowLongItTookAndHowLateItIs() {
        metrics.applied(batch(
                article(NOW.minusSeconds(60), Published.Precision.SECOND),
                story(NOW.minus(Duration.ofHours(5))),
                event(StoryEvent.Kind.JOINED, ACCEPTED)));

        assertThat(events("joined")).isEqualTo(1);
        assertThat(seconds("retold.api.story.after.acceptance")).isEqualTo(3);
        assertThat(seconds("retold.api.story.after.publication")).isEqualTo(60);
        assertThat(seconds("retold.api.retelling.after.original")).isEqualTo(5 * 3600 - 60);
    }

    @Test
    void halfASecondAndThreeSecondsWhichAreAimedAtCanBeReadFromTheMetric() {
        metrics.applied(batch(
                article(NOW.minusSeconds(60), Published.Precision.SECOND),
                story(NOW.minus(Duration.ofHours(5))),
                event(StoryEvent.Kind.JOINED, ACCEPTED)));

        assertThat(registry.get("retold.api.story.after.acceptance")
                        .timer()
                        .takeSnapshot()
                        .histogramCounts())
                .extracting(bucket -> bucket.bucket(TimeUnit.MILLISECONDS), CountAtBucket::count)
                .contains(tuple(500.0, 0.0), tuple(1000.0, 0.0), tuple(3000.0, 1.0));
    }

    @Test
    void aDateThatIsNotExactOrOldOrYetToComeIsNoLatency() {
        for (Instant at : List.of(NOW.minus(Duration.ofDays(30)), NOW.plusSeconds(3600))) {
            metrics.applied(batch(
                    article(at, Published.Precision.SECOND), story(NOW), event(StoryEvent.Kind.CREATED, ACCEPTED)));
        }
        metrics.applied(batch(
                article(NOW.minusSeconds(60), Published.Precision.DAY),
                story(NOW),
                event(StoryEvent.Kind.CREATED, ACCEPTED)));

        assertThat(registry.get("retold.api.story.after.acceptance").timer().count())
                .isEqualTo(3);
        assertThat(registry.get("retold.api.story.after.publication").timer().count())
                .isZero();
    }

    @Test
    void historyThatIsReadAgainDoesNotCount() {
        metrics.applied(batch(
                article(NOW.minusSeconds(60), Published.Precision.SECOND),
                story(NOW),
                event(StoryEvent.Kind.CREATED, NOW.minus(Duration.ofDays(2)))));

        assertThat(events("created")).isZero();
        assertThat(registry.get("retold.api.story.after.acceptance").timer().count())
                .isZero();
    }

    private double events(String kind) {
        return registry.get("retold.api.story.events")
                .tag("kind", kind)
                .counter()
                .count();
    }

    private double seconds(String timer) {
        return registry.get(timer).timer().totalTime(TimeUnit.SECONDS);
    }

    private static Batch batch(Article article, Story story, StoryEvent event) {
        return BatchOf.nothing()
                .articles(List.of(arrival("articles", "a/0/0", article, ACCEPTED)))
                .stories(List.of(arrival("stories", "s", story, ACCEPTED)))
                .events(List.of(arrival("story-events", "s", event, event.at())))
                .batch();
    }

    private static <V> Arrival<V> arrival(String topic, String key, V value, Instant accepted) {
        return new Arrival<>(new Source("retold." + topic + ".v1", 0), 0, accepted, key, value);
    }

    private static Article article(Instant published, Published.Precision precision) {
        return new Article(
                "a",
                "r",
                Article.Completeness.FULL,
                "https://a.example/1",
                null,
                null,
                new Publisher("a.example", "A"),
                "Title",
                List.of(),
                new Published(published, precision, Published.Source.FEED),
                "en",
                List.of(),
                List.of(),
                Credits.NONE,
                ACCEPTED);
    }

    private static Story story(Instant firstPublished) {
        return new Story(
                "s",
                1,
                1,
                1,
                "Title",
                List.of(),
                null,
                firstPublished,
                NOW,
                NOW,
                null,
                1,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                null);
    }

    private static StoryEvent event(StoryEvent.Kind kind, Instant accepted) {
        return new StoryEvent("1-0", "s", kind, 1, 1, 1, accepted, "a", null);
    }
}
