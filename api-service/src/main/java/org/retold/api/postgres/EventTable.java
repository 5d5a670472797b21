package org.retold.api.postgres;

import java.time.Instant;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.retold.api.arrival.Arrival;
import org.retold.contract.StoryEvent;

/** What happened to the stories. */
final class EventTable {

    private EventTable() {}

    static void put(Handle handle, List<Arrival<StoryEvent>> arrivals) {
        if (arrivals.isEmpty()) {
            return;
        }
        ColumnValues<Arrival<StoryEvent>> columns = new ColumnValues<>(arrivals);
        handle.createUpdate("""
                        insert into story_event (id, story_id, change, position, at, body)
                        select id, story, change, position, cast(at as timestamptz), cast(body as json)
                        from unnest(:ids, :stories, :changes, :positions, :times, :bodies)
                            as told(id, story, change, position, at, body)
                        on conflict (id) do nothing
                        """)
                .bindArray(
                        "ids",
                        String.class,
                        columns.of(arrival -> arrival.told().id()))
                .bindArray("stories", String.class, columns.of(Arrival::key))
                .bindArray(
                        "changes",
                        Long.class,
                        columns.of(arrival -> arrival.told().change()))
                .bindArray("positions", Long.class, columns.of(Arrival::offset))
                .bindArray(
                        "times",
                        String.class,
                        columns.of(arrival -> arrival.told().at().toString()))
                .bindArray("bodies", String.class, columns.of(arrival -> Columns.json(arrival.told())))
                .execute();
    }

    static int deleteOlder(Handle handle, Instant before) {
        return handle.createUpdate("delete from story_event where at < :before")
                .bind("before", Columns.time(before))
                .execute();
    }
}
