package org.retold.api.postgres;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.retold.api.outlet.Period;

/**
 * Counts who told what, from what the stories hold at one moment.
 *
 * <pre>
 * membership ─▶ told: the first article of a publisher in a story ─▶ telling: who was first of all, how late the others
 * article ────▶ credit: how often a publisher credits an agency        └─▶ outlet, outlet_count
 * </pre>
 *
 * <p>A date without a time counts as its end: first is who is known to have been before the others. What has no date at
 * all comes last, by arrival.
 */
public final class OutletCount {

    private static final List<String> STATEMENTS = List.of(
            // No more memory than a sort of a million small rows takes, and one core at most.
            "set local work_mem = '64MB'",
            "set local max_parallel_workers_per_gather = 0",
            """
            create temp table telling on commit drop as
            with dated as (
                select story_id, host, arrival, precision in ('second', 'minute') as exact, precision,
                    cast(published as timestamptz) at time zone 'UTC' as at
                from membership),
            told as (
                select story_id, host, count(*) as articles, min(arrival) as arrival,
                    min(at) filter (where exact) as at,
                    min(case precision when 'second' then at when 'minute' then at when 'day' then at + interval '1 day'
                        when 'month' then at + interval '1 month' when 'year' then at + interval '1 year'
                        else 'infinity' end) as certain
                from dated group by story_id, host),
            ordered as (
                select t.*, s.first_published, first_value(t.host) over first as original,
                    first_value(t.at) over first as original_at, count(*) over (partition by t.story_id) as outlets
                from told t join story s on s.id = t.story_id
                window first as (partition by t.story_id order by t.certain, t.arrival, t.host))
            select p.period, o.story_id, o.host, o.articles, o.original, o.outlets,
                case when o.host <> o.original and o.at is not null and o.original_at is not null
                    then greatest(0, extract(epoch from o.at - o.original_at)) end as lag
            from ordered o join unnest(:periods, cast(:since as timestamptz[])) as p(period, since)
                on o.first_published >= p.since
            """,
            """
            create temp table credit on commit drop as
            select p.period, m.host, c.agency, count(*) as articles
            from membership m join article a on a.id = m.article_id join story s on s.id = m.story_id
            cross join lateral json_array_elements_text(cast(a.agencies as json)) c(agency)
            join unnest(:periods, cast(:since as timestamptz[])) as p(period, since)
                on s.first_published >= p.since
            where a.agencies is not null group by p.period, m.host, c.agency
            """,
            "delete from outlet",
            """
            insert into outlet (period, host, name, languages, articles, stories, originated, retold, lag_median,
                lag_slow, credits, retells)
            with counted as (
                select period, host, sum(articles) as articles, count(*) as stories,
                    count(*) filter (where outlets > 1 and host = original) as originated,
                    count(*) filter (where host <> original) as retold,
                    percentile_disc(0.5) within group (order by lag) as lag_median,
                    percentile_disc(0.9) within group (order by lag) as lag_slow
                from telling group by period, host),
            spelt as (
                select host, publisher, language, count(*) as articles from membership
                group by host, publisher, language),
            named as (
                select host, (array_agg(publisher order by articles desc, publisher))[1] as name,
                    array_agg(distinct language order by language) as languages
                from spelt group by host),
            credited as (
                select period, host, json_agg(json_build_object('name', agency, 'count', articles)
                    order by articles desc, agency) as agencies
                from (select *, row_number() over (partition by period, host order by articles desc, agency) as place
                      from credit) c
                where place <= 5 group by period, host),
            followed as (
                select period, host, original, count(*) as stories,
                    row_number() over (partition by period, host order by count(*) desc, original) as place
                from telling where host <> original group by period, host, original),
            follows as (
                select period, host, json_agg(json_build_object('name', original, 'count', stories)
                    order by stories desc, original) as originals
                from followed where place <= 5 group by period, host)
            select c.period, c.host, n.name, n.languages, c.articles, c.stories, c.originated, c.retold, c.lag_median,
                c.lag_slow, coalesce(d.agencies, '[]'), coalesce(f.originals, '[]')
            from counted c join named n on n.host = c.host
            left join credited d on d.period = c.period and d.host = c.host
            left join follows f on f.period = c.period and f.host = c.host
            """,
            "delete from outlet_count",
            """
            insert into outlet_count (period, as_of, outlets, stories, several, lag_median, lag_slow, credits)
            select p.period, :now, count(distinct t.host), count(distinct t.story_id),
                count(*) filter (where t.outlets > 1 and t.host = t.original),
                percentile_disc(0.5) within group (order by t.lag), percentile_disc(0.9) within group (order by t.lag),
                (select coalesce(json_agg(json_build_object('name', agency, 'count', articles)
                    order by articles desc, agency), '[]')
                 from (select agency, sum(articles) as articles from credit c where c.period = p.period
                       group by agency order by articles desc, agency limit 10) most)
            from unnest(:periods) as p(period) left join telling t on t.period = p.period
            group by p.period
            """);

    private final Jdbi jdbi;
    private final InstantSource clock;

    public OutletCount(Jdbi jdbi, InstantSource clock) {
        this.jdbi = jdbi;
        this.clock = clock;
    }

    /** Counts anew; does nothing while another instance is counting. */
    public void run() {
        jdbi.useTransaction(handle -> {
            if (isMine(handle)) {
                Instant now = clock.instant();
                STATEMENTS.forEach(statement -> run(handle, statement, now));
            }
        });
    }

    private static boolean isMine(Handle handle) {
        return handle.createQuery("select pg_try_advisory_xact_lock(cast(cast('outlet_count' as regclass) as bigint))")
                .mapTo(Boolean.class)
                .one();
    }

    private static void run(Handle handle, String statement, Instant now) {
        var update = handle.createUpdate(statement);
        if (statement.contains(":periods")) {
            update.bindArray(
                    "periods",
                    String.class,
                    Arrays.stream(Period.values()).map(Period::word).toList());
        }
        if (statement.contains(":since")) {
            update.bindArray(
                    "since",
                    String.class,
                    Arrays.stream(Period.values())
                            .map(period -> period.since(now).toString())
                            .toList());
        }
        if (statement.contains(":now")) {
            update.bind("now", Columns.time(now));
        }
        update.execute();
    }
}
