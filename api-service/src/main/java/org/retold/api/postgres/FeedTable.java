package org.retold.api.postgres;

import java.util.List;
import org.jdbi.v3.core.Handle;
import org.retold.api.arrival.Arrival;
import org.retold.contract.FeedStatus;

/** How the feeds are. */
final class FeedTable {

    private FeedTable() {}

    static void put(Handle handle, List<Arrival<FeedStatus>> arrivals) {
        for (Arrival<FeedStatus> arrival : arrivals) {
            if (arrival.isTombstone()) {
                handle.execute("delete from feed where id = ? and position < ?", arrival.key(), arrival.offset());
                continue;
            }
            FeedStatus feed = arrival.told();
            handle.createUpdate("""
                            insert into feed as held (id, position, title, failing, body)
                            values (:id, :position, :title, :failing, cast(:body as json))
                            on conflict (id) do update
                            set position = excluded.position, title = excluded.title, failing = excluded.failing,
                                body = excluded.body
                            where held.position < excluded.position
                            """)
                    .bind("id", feed.id())
                    .bind("position", arrival.offset())
                    .bind("title", Columns.text(feed.title()))
                    .bind("failing", feed.failures() > 0)
                    .bind("body", Columns.json(feed))
                    .execute();
        }
    }
}
