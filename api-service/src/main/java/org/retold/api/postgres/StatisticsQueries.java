package org.retold.api.postgres;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.retold.api.outlet.Period;
import org.retold.api.story.OutletTotals;
import org.retold.api.story.Statistics;
import org.retold.contract.Story;

/** Counts what there is; where counting takes long, an answer is given again for a while: a tenth of the time, at most. */
public final class StatisticsQueries {

    private static final int PAUSE_FOR_EACH = 10;

    /** Where nothing was counted yet, others wait so long for who counts. */
    private static final Duration FIRST_TIME = Duration.ofSeconds(5);

    /** @param until of the clock that only measures: then it is time to count again */
    private record Counted(Statistics statistics, long until) {

        boolean isFresh() {
            return System.nanoTime() - until <= 0;
        }
    }

    private final Jdbi jdbi;
    private final Semaphore counting = new Semaphore(1);
    private volatile @Nullable Counted last;

    public StatisticsQueries(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /**
     * As they were counted last; anew where that is longer ago than ten times what it took, and nobody else is counting.
     */
    public Statistics now() {
        Counted known = last;
        if (known != null && (known.isFresh() || !isMyTurn(Duration.ZERO))) {
            return known.statistics();
        }
        if (known == null && !isMyTurn(FIRST_TIME)) {
            return counted();
        }
        try {
            Counted meanwhile = last;
            return meanwhile != null && meanwhile.isFresh() ? meanwhile.statistics() : counted();
        } finally {
            counting.release();
        }
    }

    private boolean isMyTurn(Duration patience) {
        try {
            return counting.tryAcquire(patience.toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private Statistics counted() {
        long start = System.nanoTime();
        Statistics counted = count();
        long end = System.nanoTime();
        last = new Counted(counted, end + PAUSE_FOR_EACH * (end - start));
        return counted;
    }

    private Statistics count() {
        return jdbi.withHandle(handle -> {
            List<Story.Count> languages = languages(handle);
            OutletTotals publishers = OutletQueries.totals(handle, Period.ALL).orElse(null);
            return handle.createQuery("""
                            select count(*) as stories,
                                count(*) filter (where article_count >= 2) as retold,
                                coalesce(sum(article_count), 0) as articles,
                                max(updated) as last_updated,
                                (select max(change) from story) as change,
                                (select max(accepted) from article) as last_article,
                                (select count(*) from feed) as feeds,
                                (select count(*) from feed where failing) as failing
                            from story where merged_into is null
                            """)
                    .map((row, context) -> new Statistics(
                            row.getLong("stories"),
                            row.getLong("retold"),
                            row.getLong("articles"),
                            row.getLong("feeds"),
                            row.getLong("failing"),
                            languages,
                            Columns.instant(row, "last_updated"),
                            Columns.instant(row, "last_article"),
                            publishers,
                            row.getObject("change", Long.class)))
                    .one();
        });
    }

    private static List<Story.Count> languages(Handle handle) {
        return handle.createQuery("""
                        select language, count(*) as stories
                        from story, unnest(languages) as language
                        where merged_into is null group by language order by stories desc, language
                        """)
                .map((row, context) -> new Story.Count(row.getString("language"), row.getInt("stories")))
                .list();
    }
}
