package org.retold.api.postgres;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.retold.api.story.PlacedEvent;
import org.retold.api.story.StorySummary;
import org.retold.contract.StoryEvent;

/** What happened to all stories, one after the other. */
public final class EventQueries {

    /** An event waits this long for the snapshot that tells its outcome; they come by different topics. */
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    /** What may leave no story behind. */
    private static final Set<StoryEvent.Kind> ENDS = EnumSet.of(StoryEvent.Kind.EXPIRED, StoryEvent.Kind.WITHDRAWN);

    /** Whether a story that is gone began with one article, and no event tells of a second one. */
    private static final String ALONE = """
            s.id is null and (
                select bool_or(o.body ->> 'kind' = 'created')
                    and not bool_or(o.body ->> 'kind' in ('joined', 'merged', 'split'))
                from story_event o where o.story_id = e.story_id) as alone
            """;

    private final Jdbi jdbi;
    private final InstantSource clock;

    public EventQueries(Jdbi jdbi, InstantSource clock) {
        this.jdbi = jdbi;
        this.clock = clock;
    }

    /** Place of the newest event; -1 where nothing happened yet. */
    public long newest() {
        return jdbi.withHandle(handle -> handle.createQuery("select coalesce(max(position), -1) from story_event")
                .mapTo(Long.class)
                .one());
    }

    /**
     * What happened after that place, as far as the stories show it.
     *
     * @param limit at most so many
     */
    public List<PlacedEvent> after(long position, int limit) {
        return jdbi.withHandle(handle -> after(handle, position, limit, clock.instant()));
    }

    static List<PlacedEvent> after(Handle handle, long position, int limit, Instant now) {
        List<PlacedEvent> found = handle.createQuery("""
                        select e.position, e.body, %s, %s
                        from story_event e left join story s on s.id = e.story_id
                        where e.position > :position order by e.position limit :limit
                        """.formatted(ALONE, Rows.SUMMARY_COLUMNS))
                .bind("position", position)
                .bind("limit", limit)
                .map((row, context) -> placed(row))
                .list();
        return shown(found, now.minus(PATIENCE));
    }

    private static List<PlacedEvent> shown(List<PlacedEvent> found, Instant patient) {
        List<PlacedEvent> shown = new ArrayList<>();
        for (PlacedEvent event : found) {
            if (!isShown(event) && event.event().at().isAfter(patient)) {
                return shown;
            }
            shown.add(event);
        }
        return shown;
    }

    private static boolean isShown(PlacedEvent event) {
        StorySummary story = event.story();
        return story == null
                ? ENDS.contains(event.event().kind())
                : story.version() >= event.event().version();
    }

    private static PlacedEvent placed(ResultSet row) throws SQLException {
        return new PlacedEvent(
                row.getLong("position"),
                Rows.required(Columns.read(StoryEvent.class, row, "body")),
                row.getString("id") == null ? null : Rows.summary(row),
                row.getBoolean("alone"));
    }
}
