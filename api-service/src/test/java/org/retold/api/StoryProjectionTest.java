package org.retold.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.retold.api.Newsroom.story;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.retold.access.Brokers;
import org.retold.api.ProjectionState.Phase;
import org.retold.api.arrival.Source;
import org.retold.api.arrival.StoredPosition;
import org.retold.api.kafka.Connection;
import org.retold.api.kafka.OwnTopics;
import org.retold.api.kafka.Reading;
import org.retold.api.kafka.RejectionWriter;
import org.retold.api.kafka.TopicReader;
import org.retold.api.postgres.DeliveryQueries;
import org.retold.api.postgres.EventQueries;
import org.retold.api.postgres.Outbox;
import org.retold.api.postgres.ReadModel;
import org.retold.api.postgres.StoryQueries;
import org.retold.api.postgres.TestDatabase;
import org.retold.api.postgres.WebhookTable;
import org.retold.api.story.FoundStory;
import org.retold.api.webhook.DeliveryLog;
import org.retold.api.webhook.Secret;
import org.retold.api.webhook.Webhook;
import org.retold.api.webhook.WebhookFilter;
import org.retold.contract.StoryEvent;
import org.retold.contract.Topics;
import org.retold.teststack.TestServers;

@Tag("containers")
final class StoryProjectionTest {

    private static final Source STORIES = new Source(Topics.STORIES.name(), 0);

    private static final Duration BETWEEN_NEWS = Duration.ofMillis(100);
    private static final WebhookTable.Wish HEARS_ALL = new WebhookTable.Wish(
            "https://hears.example.org/",
            null,
            Webhook.State.ACTIVE,
            List.of(StoryEvent.Kind.CREATED, StoryEvent.Kind.REVISED),
            WebhookFilter.ALL);

    private final InstantSource clock = InstantSource.system();
    private final Connection kafka =
            new Connection(Brokers.at(TestServers.shared().kafka()));
    private final TestDatabase database = TestDatabase.fresh();
    private final ReadModel readModel = new ReadModel(database.migrations(), database.jdbi(), clock);
    private final StoryQueries stories = new StoryQueries(database.jdbi());
    private final EventQueries events = new EventQueries(database.jdbi(), clock);
    private final WebhookTable webhooks = new WebhookTable(database.jdbi(), clock, 100);
    private final DeliveryQueries deliveries = new DeliveryQueries(database.jdbi());
    private final Outbox outbox = new Outbox(database.jdbi(), clock);
    private final Topicful topics = new Topicful();

    @AfterEach
    void closeTopics() {
        topics.close();
    }

    @Test
    void aRestartGoesOnWhereTheReadingStopped() {
        topics.send(story("restart-1", 1, 10_000, 1, "restart-a"));
        try (Run first = new Run()) {
            first.awaitStory("restart-1");
            first.awaitUpToDate();
        }
        topics.send(story("restart-2", 1, 10_001, 1, "restart-b"));

        try (Run second = new Run()) {
            second.awaitStory("restart-2");

            assertThat(second.applied()).isEqualTo(1);
        }
    }

    @Test
    void anotherInstanceIsUpToDateSoonHoweverMuchComesIn() {
        try (Run first = new Run()) {
            first.awaitUpToDate();

            whileNewsComeIn(() -> {
                try (Run second = new Run()) {
                    second.awaitUpToDate();
                }
            });
        }
    }

    @Test
    void anInstanceThatIsAlwaysSecondIsUpToDateToo() {
        try (Run first = new Run()) {
            first.awaitUpToDate();

            whileNewsComeIn(() -> {
                try (Run second = new Run(new ReadModel(database.migrations(), database.alwaysSecond(), clock))) {
                    second.awaitUpToDate();

                    assertThat(second.applied()).isZero();
                    second.awaitLagSince(Newsroom.MORNING);
                }
            });
        }
    }

    private void whileNewsComeIn(Runnable inTheMeantime) {
        AtomicBoolean over = new AtomicBoolean();
        Thread news = Thread.ofPlatform().start(() -> {
            for (int i = 0; !over.get(); i++) {
                topics.send(story("beside-" + i, 1, 50_000 + i, 1, "beside-a-" + i));
                LockSupport.parkNanos(BETWEEN_NEWS.toNanos());
            }
        });
        try {
            inTheMeantime.run();
        } finally {
            over.set(true);
            Topicful.awaitTrue(() -> !news.isAlive());
        }
    }

    @Test
    void aDatabaseThatIsWipedWhileTheServiceRunsIsFilledAgainFromTheTopics() {
        topics.send(story("wiped", 1, 10_010, 1, "wiped-a"));
        try (Run run = new Run()) {
            run.awaitStory("wiped");

            database.wipe();
            topics.send(story("after", 1, 10_011, 1, "after-a"));

            run.awaitStory("wiped");
            run.awaitStory("after");
            run.awaitUpToDate();
        }
    }

    @Test
    void whatIsReadAnewIsAsTheTopicsTellItAndWebhooksStayAndAreToldNothingTwice() {
        topics.send(story("anew", 1, 10_015, 1, "anew-a"));
        try (Run run = new Run()) {
            run.awaitStory("anew");
            webhooks.add("wh_anew", HEARS_ALL, Secret.fresh(new Random(1)));
            topics.send(happened("anew-1", StoryEvent.Kind.CREATED));
            awaitTold(1);
            List<Webhook> before = webhooks.all();
            DeliveryLog log = deliveries.list("wh_anew", null, 10, null);
            long newest = events.newest();
            database.jdbi().useHandle(handle -> handle.execute("update story set headline = 'damaged'"));

            database.jdbi().useHandle(handle -> handle.execute("select read_anew()"));

            Topicful.awaitTrue(() -> events.newest() == newest);
            run.awaitStory("anew");
            assertThat(stories.find("anew"))
                    .isInstanceOfSatisfying(
                            FoundStory.Here.class,
                            here -> assertThat(here.toString()).contains("Headline of anew"));
            outbox.prepare();
            assertThat(webhooks.all()).isEqualTo(before);
            assertThat(deliveries.list("wh_anew", null, 10, null)).isEqualTo(log);
            topics.send(happened("anew-2", StoryEvent.Kind.REVISED));
            awaitTold(2);
        }
    }

    private StoryEvent happened(String id, StoryEvent.Kind kind) {
        return new StoryEvent(id, "anew", kind, 1, 10_015, 1, clock.instant().plusSeconds(1), null, null);
    }

    private void awaitTold(int count) {
        Topicful.awaitTrue(() -> {
            outbox.prepare();
            return deliveries.list("wh_anew", null, 10, null).items().size() == count;
        });
    }

    @Test
    void aTopicWithAnotherIdIsAnotherTopic() {
        topics.send(story("other-world", 1, 10_020, 1, "other-a"));
        try (Run run = new Run()) {
            run.awaitStory("other-world");
        }
        database.jdbi().useHandle(handle -> {
            handle.execute(
                    "update reader_position set topic_id = 'AAAAAAAAAAAAAAAAAAAAAA' where topic = ?", STORIES.topic());
            handle.execute("update story set change = 999999, id = 'only-in-the-old-world' where id = 'other-world'");
        });

        try (Run run = new Run()) {
            run.awaitStory("other-world");

            assertThat(stories.find("only-in-the-old-world")).isEqualTo(new FoundStory.Unknown<>());
        }
    }

    @Test
    void aTopicThatIsShorterThanWhatWasReadIsAnotherTopicToo() {
        topics.send(story("shorter", 1, 10_030, 1, "shorter-a"));
        try (Run run = new Run()) {
            run.awaitStory("shorter");
            run.awaitUpToDate();
        }
        Map<Source, StoredPosition> positions = readModel.positions();
        String id = java.util.Objects.requireNonNull(positions.get(STORIES)).topicId();

        try (TopicReader reader = new TopicReader(kafka, clock)) {
            reader.startFrom(Map.of(STORIES, new StoredPosition(id, 1_000_000)));

            Topicful.awaitTrue(() -> reader.next().equals(new Reading.Restarted(List.of(STORIES.topic()))));
        }
    }

    /** A projection that runs until the test closes it. */
    private final class Run implements AutoCloseable {
        private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
        private final ProjectionMetrics metrics = new ProjectionMetrics(registry, clock);
        private final ProjectionState state = new ProjectionState();
        private final RejectionWriter rejections = new RejectionWriter(kafka);
        private final StoryProjection projection;
        private final Thread thread;

        private Run() {
            this(readModel);
        }

        private Run(ReadModel readModel) {
            projection = new StoryProjection(
                    new OwnTopics(kafka, 1),
                    () -> new TopicReader(kafka, clock),
                    readModel,
                    rejections,
                    state,
                    metrics,
                    clock,
                    Duration.ofDays(90));
            thread = Thread.ofPlatform().start(projection);
        }

        private void awaitStory(String id) {
            Topicful.awaitTrue(() -> {
                try {
                    return stories.find(id) instanceof FoundStory.Here<?>;
                } catch (org.jdbi.v3.core.JdbiException e) {
                    return false;
                }
            });
        }

        private void awaitUpToDate() {
            Topicful.awaitTrue(() -> state.phase() instanceof Phase.UpToDate);
        }

        /** Waits until it tells how late it is, no later than since then. */
        private void awaitLagSince(Instant oldest) {
            Topicful.awaitTrue(() -> {
                metrics.behind(Map.of(STORIES.topic(), 1L));
                double lag = registry.get("retold.api.projection.lag").gauge().value();
                return lag > 0
                        && lag <= Duration.between(oldest, clock.instant()).toSeconds() + 1;
            });
        }

        private double applied() {
            return registry.get("retold.api.records.applied").counters().stream()
                    .mapToDouble(counter -> counter.count())
                    .sum();
        }

        @Override
        public void close() {
            projection.stop();
            Topicful.awaitTrue(() -> !thread.isAlive());
            rejections.close();
        }
    }
}
