package org.retold.api.postgres;

import java.time.Duration;
import java.util.List;
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
    private @Nullable Glance last;

    public ReadSoFar(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** The same as of a tenth of a second ago at most: however many ask, PostgreSQL is asked ten times a second. */
    public synchronized String lately() {
        long now = System.nanoTime();
        if (last == null || now - last.at() > A_MOMENT) {
            last = new Glance(now(), now);
        }
        return last.word();
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
