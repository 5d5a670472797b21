package org.retold.api.postgres;

import java.util.List;
import org.jdbi.v3.core.Jdbi;
import org.retold.contract.StoryEvent;

/** What happened to a story. */
public final class HistoryQueries {

    private final Jdbi jdbi;

    public HistoryQueries(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** Oldest first; empty for a story that nothing is known of. */
    public List<StoryEvent> of(String storyId) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "select body from story_event where story_id = :id order by change, position")
                .bind("id", storyId)
                .map((row, context) -> Rows.required(Columns.read(StoryEvent.class, row, "body")))
                .list());
    }
}
