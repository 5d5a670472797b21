package org.retold.api.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.retold.api.Newsroom.MORNING;
import static org.retold.api.Newsroom.event;
import static org.retold.api.Newsroom.story;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.SqlLogger;
import org.jdbi.v3.core.statement.StatementContext;
import org.junit.jupiter.api.Test;
import org.retold.api.arrival.BatchOf;
import org.retold.api.live.Listeners.Listener;
import org.retold.api.postgres.EventQueries;
import org.retold.api.postgres.ReadModel;
import org.retold.api.postgres.TestDatabase;
import org.retold.api.story.PlacedEvent;
import org.retold.contract.Story;
import org.retold.contract.StoryEvent;
import org.retold.contract.StoryEvent.Kind;

final class LiveEventsTest {

    private static final InstantSource CLOCK = InstantSource.fixed(MORNING);
    private static final Duration LONG = Duration.ofSeconds(60);
    private static final String LISTENER = "listener";

    private final TestDatabase database = TestDatabase.fresh();
    private final ReadModel readModel = new ReadModel(database.migrations(), database.jdbi(), CLOCK);
    private final CountDownLatch looked = new CountDownLatch(1);

    @Test
    void whoComesBackWhileAnEventWaitsForItsSnapshotWaitsToo() throws Exception {
        readModel.migrate();
        apply(story("a", 1, 1, 1, "x"));
        apply(0, event("e1", "a", Kind.CREATED, 1, 1));
        apply(1, event("e2", "a", Kind.JOINED, 2, 2));
        Listeners listeners = new Listeners(1, LONG, CLOCK);
        Jdbi watched = database.watched(listenersLooks());
        ExecutorService threads = Executors.newCachedThreadPool();

        try (threads;
                LiveEvents live = new LiveEvents(new EventQueries(watched, CLOCK), listeners);
                Listener listener = listeners.add(() -> {}).orElseThrow()) {
            threads.execute(live);
            assertThat(listener).isNotNull();
            CompletableFuture<List<PlacedEvent>> heard = CompletableFuture.supplyAsync(
                    () -> after(live, 0),
                    task -> Thread.ofPlatform().name(LISTENER).start(task));
            assertThat(looked.await(LONG.toSeconds(), TimeUnit.SECONDS)).isTrue();

            apply(story("a", 2, 2, 1, "x", "y"));

            assertThat(heard.get(LONG.toSeconds(), TimeUnit.SECONDS))
                    .extracting(PlacedEvent::position)
                    .containsExactly(1L);
        }
    }

    private SqlLogger listenersLooks() {
        return new SqlLogger() {
            @Override
            public void logAfterExecution(StatementContext context) {
                if (Thread.currentThread().getName().equals(LISTENER)) {
                    looked.countDown();
                }
            }
        };
    }

    private static List<PlacedEvent> after(LiveEvents live, long position) {
        try {
            return live.after(position, LONG);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private void apply(Story story) {
        TestDatabase.apply(BatchOf.told(story), readModel);
    }

    private void apply(long position, StoryEvent event) {
        TestDatabase.apply(BatchOf.happened(position, event), readModel);
    }
}
