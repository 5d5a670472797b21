package org.retold.ingest.postgres;

import java.time.Duration;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;
import org.retold.ingest.http.SiteBudget;

/** Turns at sites, shared by all instances through one row per site, on the database's clock. */
public final class SiteTurns implements SiteBudget {

    private final Jdbi jdbi;

    public SiteTurns(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    @Override
    public Turn next(String site, Duration spacing, Duration patience) {
        return taken(site, spacing, patience).<Turn>map(Turn.Ours::new).orElseGet(() -> new Turn.Later(freeIn(site)));
    }

    private Optional<Duration> taken(String site, Duration spacing, Duration patience) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        insert into ingest.site_turns as turns (site, free_at)
                        values (:site, clock_timestamp() + :spacing * interval '1 ms')
                        on conflict (site) do update
                            set free_at = greatest(turns.free_at, clock_timestamp()) + :spacing * interval '1 ms'
                            where turns.free_at <= clock_timestamp() + :patience * interval '1 ms'
                        returning extract(epoch from free_at - clock_timestamp()) * 1000 - :spacing as delay
                        """)
                .bind("site", site)
                .bind("spacing", spacing.toMillis())
                .bind("patience", patience.toMillis())
                .map((row, context) -> atLeastNothing(row.getLong("delay")))
                .findOne());
    }

    private Duration freeIn(String site) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        select extract(epoch from free_at - clock_timestamp()) * 1000 as delay
                        from ingest.site_turns where site = :site
                        """)
                .bind("site", site)
                .map((row, context) -> atLeastNothing(row.getLong("delay")))
                .findOne()
                .orElse(Duration.ZERO));
    }

    private static Duration atLeastNothing(long milliseconds) {
        return Duration.ofMillis(Math.max(0, milliseconds));
    }
}
