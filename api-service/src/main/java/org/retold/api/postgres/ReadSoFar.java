package org.retold.api.postgres;

import java.util.List;
import org.jdbi.v3.core.Jdbi;
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

    private final Jdbi jdbi;

    public ReadSoFar(Jdbi jdbi) {
        this.jdbi = jdbi;
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
