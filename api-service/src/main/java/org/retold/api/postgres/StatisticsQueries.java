package org.retold.api.postgres;

import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.retold.api.story.Statistics;
import org.retold.contract.Story;

/** Counts what there is. */
public final class StatisticsQueries {

    private final Jdbi jdbi;

    public StatisticsQueries(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    public Statistics now() {
        return jdbi.withHandle(handle -> {
            List<Story.Count> languages = languages(handle);
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
