package org.retold.api.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.sameInstance;
import static org.retold.api.Newsroom.MORNING;

import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Whoever asks while another one waits for a database that hangs does not wait behind that one. */
final class StuckDatabaseTest {

    private static final Duration NOT_FOR_EVER = Duration.ofSeconds(30);
    private static final Executor THREADS = task -> Thread.ofPlatform().start(task);

    private final TestDatabase database = TestDatabase.fresh();

    @BeforeEach
    void migrate() {
        new ReadModel(database.migrations(), database.jdbi(), InstantSource.fixed(MORNING)).migrate();
    }

    @Test
    void whoPollsIsNotKeptWaitingByWhoLooksHowFarTheTopicsWereRead() {
        ReadSoFar readSoFar = new ReadSoFar(database.jdbi());

        whileStuck(
                "reader_position",
                readSoFar::lately,
                () -> assertThat(CompletableFuture.supplyAsync(readSoFar::lately, THREADS))
                        .succeedsWithin(NOT_FOR_EVER));

        assertThat(readSoFar.lately()).isPresent();
    }

    @Test
    void statisticsAreAsTheyWereCountedLastWhileTheyAreCounted() {
        StatisticsQueries statistics = new StatisticsQueries(database.jdbi());
        var counted = statistics.now();

        whileStuck(
                "feed",
                () -> await().atMost(NOT_FOR_EVER).until(statistics::now, not(sameInstance(counted))),
                () -> assertThat(CompletableFuture.supplyAsync(statistics::now, THREADS))
                        .succeedsWithin(NOT_FOR_EVER)
                        .isSameAs(counted));
    }

    /** @param stuck waits for the table when the rest is done */
    private void whileStuck(String table, Supplier<?> stuck, Runnable meanwhile) {
        CompletableFuture<?> first;
        try (Handle holder = database.jdbi().open()) {
            holder.begin();
            holder.execute("lock table " + table + " in access exclusive mode");
            first = CompletableFuture.supplyAsync(stuck, THREADS);
            await().atMost(NOT_FOR_EVER).until(() -> isWaitedFor(table));
            meanwhile.run();
            holder.rollback();
        }
        assertThat(first).succeedsWithin(NOT_FOR_EVER);
    }

    private boolean isWaitedFor(String table) {
        return database.jdbi()
                .withHandle(handle -> handle.createQuery("""
                        select exists (select from pg_locks
                            where not granted and relation = cast(cast(:table as text) as regclass))
                        """)
                        .bind("table", table)
                        .mapTo(Boolean.class)
                        .one());
    }
}
