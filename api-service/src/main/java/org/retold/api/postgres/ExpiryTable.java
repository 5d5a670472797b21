package org.retold.api.postgres;

import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;

/** Stories that are too old; what they told goes, that they were there stays. */
final class ExpiryTable {

    private ExpiryTable() {}

    static void put(Handle handle, Map<String, Long> expired) {
        List<String> ids = List.copyOf(expired.keySet());
        handle.createUpdate("""
                        insert into story_expiry as held (story_id, change, at)
                        select id, change, now() from unnest(:ids, :changes) as gone(id, change)
                        on conflict (story_id) do update set change = excluded.change, at = excluded.at
                        where held.change < excluded.change
                        """)
                .bindArray("ids", String.class, ids)
                .bindArray("changes", Long.class, ids.stream().map(expired::get).toList())
                .execute();
        List<String> gone = handle.createQuery("""
                        select s.id from story s join story_expiry e on e.story_id = s.id
                        where s.id = any(:ids) and s.change <= e.change
                        """)
                .bindArray("ids", String.class, ids)
                .mapTo(String.class)
                .list();
        delete(handle, gone);
    }

    /** A story that comes again takes its place in the list by first publication again. */
    static void comeAgain(Handle handle, List<String> stories) {
        if (stories.isEmpty()) {
            return;
        }
        handle.createUpdate("""
                        update story s set first_known = e.first_known from story_expiry e
                        where e.story_id = s.id and s.id = any(:stories) and e.first_known is not null
                        """).bindArray("stories", String.class, stories).execute();
    }

    private static void delete(Handle handle, List<String> stories) {
        handle.createUpdate("""
                        update story_expiry e set first_known = %s from story s
                        where s.id = e.story_id and e.story_id = any(:stories)
                        """.formatted(StoryConditions.FIRST_KNOWN))
                .bindArray("stories", String.class, stories)
                .execute();
        // Texts stay for a while: one of them may be on its way into another story.
        for (String table : List.of("membership where story_id", "story where id")) {
            handle.createUpdate("delete from " + table + " = any(:stories)")
                    .bindArray("stories", String.class, stories)
                    .execute();
        }
    }
}
