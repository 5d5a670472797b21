package org.retold.api.postgres;

import java.util.List;
import org.jdbi.v3.core.Handle;
import org.retold.api.arrival.Arrival;
import org.retold.contract.Correction;

/** What operators said and did not take back. */
final class CorrectionTable {

    private CorrectionTable() {}

    static void put(Handle handle, List<Arrival<Correction>> arrivals) {
        for (Arrival<Correction> arrival : arrivals) {
            if (arrival.isTombstone()) {
                handle.execute("delete from correction where id = ? and position < ?", arrival.key(), arrival.offset());
                continue;
            }
            handle.createUpdate("""
                            insert into correction as held (id, position, body)
                            values (:id, :position, cast(:body as json))
                            on conflict (id) do update
                            set position = excluded.position, body = excluded.body
                            where held.position < excluded.position
                            """)
                    .bind("id", arrival.key())
                    .bind("position", arrival.offset())
                    .bind("body", Columns.json(arrival.told()))
                    .execute();
        }
    }
}
