package org.retold.api.postgres;

import java.time.Instant;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.retold.api.arrival.Arrival;
import org.retold.contract.StoryEvent;

/** What happened to the stories. */
final class EventTable {

    private EventTable() {}

    static void put(Handle handle, List<Arrival<StoryEvent>> arrivals) {
        if (arrivals.isEmpty()) {
            return;
        }
        PreparedBatch batch = handle.prepareBatch("""
                insert into story_event (id, story_id, change, position, at, body)
                values (:id, :story, :change, :position, :at, cast(:body as json))
                on conflict (id) do nothing
                """);
        arrivals.forEach(arrival -> batch.bind("id", arrival.told().id())
                .bind("story", arrival.key())
                .bind("change", arrival.told().change())
                .bind("position", arrival.offset())
                .bind("at", Columns.time(arrival.told().at()))
                .bind("body", Columns.json(arrival.told()))
                .add());
        batch.execute();
    }

    static int deleteOlder(Handle handle, Instant before) {
        return handle.createUpdate("delete from story_event where at < :before")
                .bind("before", Columns.time(before))
                .execute();
    }
}
