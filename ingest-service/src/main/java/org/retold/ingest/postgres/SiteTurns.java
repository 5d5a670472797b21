package org.retold.ingest.postgres;

import java.time.Duration;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.retold.ingest.http.SiteBudget;

/** Turns at sites, shared by all instances through one row per site, on the database's clock. */
public final class SiteTurns implements SiteBudget {

    private final Jdbi jdbi;

    public SiteTurns(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    @Override
    public Taking take(String site, Duration longest) {
        String ticket = UUID.randomUUID().toString();
        int taken = jdbi.withHandle(handle -> handle.createUpdate("""
                        insert into ingest.site_turns as turns (site, free_at, taken_by)
                        values (:site, clock_timestamp() + :longest * interval '1 ms', :ticket)
                        on conflict (site) do update
                            set free_at = excluded.free_at, taken_by = excluded.taken_by
                            where turns.free_at <= clock_timestamp()
                              and (turns.silent_until is null or turns.silent_until <= clock_timestamp())
                        """)
                .bind("site", site)
                .bind("longest", longest.toMillis())
                .bind("ticket", ticket)
                .execute());
        return taken > 0 ? new Turn(ticket) : whyNot(site);
    }

    private Taking whyNot(String site) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        select taken_by is not null as taken,
                               extract(epoch from free_at - clock_timestamp()) * 1000 as spaced,
                               coalesce(extract(epoch from silent_until - clock_timestamp()) * 1000, 0) as silent
                        from ingest.site_turns where site = :site
                        """)
                .bind("site", site)
                .map((row, context) ->
                        whyNot(row.getBoolean("taken"), milliseconds(row.getLong("spaced")), row.getLong("silent")))
                .findOne()
                .orElse(new Spaced(Duration.ZERO)));
    }

    private static Taking whyNot(boolean taken, Duration spaced, long silent) {
        if (silent > spaced.toMillis()) {
            return new Silent(milliseconds(silent));
        }
        return taken ? new UnderWay() : new Spaced(spaced);
    }

    @Override
    public void giveBack(String site, Turn turn, Duration spacing) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                        update ingest.site_turns
                        set free_at = clock_timestamp() + :spacing * interval '1 ms', taken_by = null
                        where site = :site and taken_by = :ticket
                        """)
                .bind("site", site)
                .bind("ticket", turn.ticket())
                .bind("spacing", spacing.toMillis())
                .execute());
    }

    @Override
    public void silence(String site, Duration pause) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                        insert into ingest.site_turns as turns (site, free_at, silent_until)
                        values (:site, clock_timestamp(), clock_timestamp() + :pause * interval '1 ms')
                        on conflict (site) do update
                            set silent_until = greatest(turns.silent_until, excluded.silent_until)
                        """)
                .bind("site", site)
                .bind("pause", pause.toMillis())
                .execute());
        jdbi.useHandle(handle -> handle.createUpdate("""
                        update ingest.feeds
                        set next_poll = clock_timestamp() + :pause * (1 + random() / 10) * interval '1 ms',
                            next_poll_because = 'its site asks to be left alone'
                        where site = :site and leased_by is null
                          and next_poll < clock_timestamp() + :pause * interval '1 ms'
                        """)
                .bind("site", site)
                .bind("pause", pause.toMillis())
                .execute());
    }

    @Override
    public Duration silence(String site) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        select extract(epoch from silent_until - clock_timestamp()) * 1000 as silent
                        from ingest.site_turns where site = :site
                        """)
                .bind("site", site)
                .map((row, context) -> milliseconds(row.getLong("silent")))
                .findOne()
                .orElse(Duration.ZERO));
    }

    /** Forgets sites that nobody asked for so long and that may be asked; returns how many. */
    public int forgetAfter(Duration unused) {
        return jdbi.withHandle(handle ->
                handle.createUpdate("""
                        delete from ingest.site_turns
                        where free_at < clock_timestamp() - :unused * interval '1 ms'
                          and (silent_until is null or silent_until < clock_timestamp())
                        """).bind("unused", unused.toMillis()).execute());
    }

    /** Rounded up, so that who sleeps for it does not wake a little too early. */
    private static Duration milliseconds(long truncated) {
        return truncated <= 0 ? Duration.ZERO : Duration.ofMillis(truncated + 1);
    }
}
