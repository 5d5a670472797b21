package org.retold.api.postgres;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.retold.contract.Topics;

/** How far the topics were read that stories are shown from; as long as it is the same, so are they. */
public final class ReadSoFar {

    private static final List<String> SHOWN = List.of(
            Topics.STORIES.name(),
            Topics.STORY_EVENTS.name(),
            Topics.EVIDENCE.name(),
            Topics.ARTICLES.name(),
            Topics.TAKEDOWNS.name(),
            Topics.REMOVALS.name());

    private static final long A_MOMENT = Duration.ofMillis(100).toNanos();

    /** @param at of the clock that only measures, before it was looked up */
    private record Glance(String word, long at) {}

    private final Jdbi jdbi;
    private final ReentrantLock looking = new ReentrantLock();
    private volatile @Nullable Glance last;

    public ReadSoFar(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /**
     * The same as of a tenth of a second ago at most: however many ask, PostgreSQL is asked ten times a second.
     *
     * @return empty where somebody else is looking, and PostgreSQL does not answer soon
     */
    public Optional<String> lately() {
        return fresh().or(this::looked).map(Glance::word);
    }

    private Optional<Glance> fresh() {
        return Optional.ofNullable(last).filter(glance -> System.nanoTime() - glance.at() <= A_MOMENT);
    }

    private Optional<Glance> looked() {
        if (!isMyTurn()) {
            return Optional.empty();
        }
        try {
            return fresh().or(() -> Optional.of(look()));
        } finally {
            looking.unlock();
        }
    }

    private boolean isMyTurn() {
        try {
            return looking.tryLock(A_MOMENT, TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private Glance look() {
        long before = System.nanoTime();
        Glance glance = new Glance(now(), before);
        last = glance;
        return glance;
    }

    /** A word that is another one once anything more was read. */
    public String now() {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        select coalesce(string_agg(concat_ws(' ', topic, partition, topic_id, next_offset), ','
                            order by topic, partition), '')
                        from reader_position where topic = any(:topics)
                        """)
                .bindArray("topics", String.class, SHOWN)
                .mapTo(String.class)
                .one());
    }
}
