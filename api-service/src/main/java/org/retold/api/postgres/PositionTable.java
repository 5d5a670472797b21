package org.retold.api.postgres;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.retold.api.arrival.Advance;
import org.retold.api.arrival.Source;
import org.retold.api.arrival.StoredPosition;

/** How far each source was read. */
final class PositionTable {

    private PositionTable() {}

    static Map<Source, StoredPosition> all(Handle handle) {
        Map<Source, StoredPosition> all = new HashMap<>();
        handle.createQuery("select topic, partition, topic_id, next_offset from reader_position")
                .map((row, context) -> Map.entry(
                        new Source(row.getString("topic"), row.getInt("partition")),
                        new StoredPosition(row.getString("topic_id"), row.getLong("next_offset"))))
                .forEach(entry -> all.put(entry.getKey(), entry.getValue()));
        return all;
    }

    /** Moves on from where the batch started; false when the stored position is another one. */
    static boolean advance(Handle handle, List<Advance> advances) {
        // Two instances on one database take turns here; readers are not held up.
        handle.execute("lock table reader_position in exclusive mode");
        Map<Source, StoredPosition> stored = all(handle);
        for (Advance advance : advances) {
            if (!advance.continues(stored.get(advance.source()))) {
                return false;
            }
        }
        ColumnValues<Advance> columns = new ColumnValues<>(advances);
        handle.createUpdate("""
                        insert into reader_position (topic, partition, topic_id, next_offset)
                        select * from unnest(:topics, cast(:partitions as int[]), :topicIds, :next)
                        on conflict (topic, partition) do update
                        set topic_id = excluded.topic_id, next_offset = excluded.next_offset
                        """)
                .bindArray(
                        "topics",
                        String.class,
                        columns.of(advance -> advance.source().topic()))
                .bindArray("partitions", Long.class, columns.of(advance ->
                        (long) advance.source().partition()))
                .bindArray("topicIds", String.class, columns.of(Advance::topicId))
                .bindArray("next", Long.class, columns.of(Advance::to))
                .execute();
        return true;
    }
}
