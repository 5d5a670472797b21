package org.retold.ingest.postgres;

import java.time.Instant;
import org.jdbi.v3.core.Jdbi;

/** When anything arrived last, whichever way and at whichever instance. */
public final class Arrivals {

    private final Jdbi jdbi;

    public Arrivals(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /**
     * Notes that something was acknowledged just now, to within five seconds, so that a row is not written for each item.
     *
     * @param way by which it came: {@code feeds} or {@code pushes}
     */
    public void note(String way, Instant now) {
        jdbi.useHandle(handle ->
                handle.createUpdate("""
                        insert into ingest.arrivals as arrivals (way, last_item) values (:way, :now)
                        on conflict (way) do update set last_item = excluded.last_item
                            where arrivals.last_item < excluded.last_item - interval '5 s'
                        """).bind("way", way).bind("now", now).execute());
    }

    /** When anything arrived last; where nothing ever did, when the service was set up. */
    public Instant last() {
        return jdbi.withHandle(handle -> handle.createQuery("select max(last_item) from ingest.arrivals")
                .mapTo(Instant.class)
                .one());
    }
}
