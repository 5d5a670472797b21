package org.retold.api.postgres;

import java.util.List;
import org.jdbi.v3.core.Handle;

/** Removes all that is shown of some articles at once; what they leave in their stories, the next snapshots tell. */
final class Removals {

    private Removals() {}

    static void of(Handle handle, List<String> articleIds) {
        if (articleIds.isEmpty()) {
            return;
        }
        Outbox.withhold(handle, articleIds);
        run(handle, "delete from article where id = any(:ids)", articleIds);
        run(
                handle,
                "delete from evidence where article_id = any(:ids) or body ->> 'otherArticleId' = any(:ids)",
                articleIds);
        // A story may be named after one of them.
        run(handle, """
                update story s set headline = rest.title, article_count = s.article_count - gone.members, shown = null
                from (select story_id, count(*) as members, array_agg(member ->> 'title') as titles
                      from membership where article_id = any(:ids) group by story_id) gone
                cross join lateral (
                    select case when st.headline = any(gone.titles) then m.member ->> 'title' else st.headline end
                        as title
                    from membership m join story st on st.id = m.story_id
                    where m.story_id = gone.story_id and m.article_id <> all(:ids)
                    order by m.arrival, m.article_id limit 1) rest
                where s.id = gone.story_id
                """, articleIds);
        run(handle, """
                delete from story s
                where exists (select from membership m where m.story_id = s.id and m.article_id = any(:ids))
                and not exists (select from membership m where m.story_id = s.id and m.article_id <> all(:ids))
                """, articleIds);
        run(handle, "delete from membership where article_id = any(:ids)", articleIds);
    }

    private static void run(Handle handle, String sql, List<String> articleIds) {
        handle.createUpdate(sql).bindArray("ids", String.class, articleIds).execute();
    }
}
