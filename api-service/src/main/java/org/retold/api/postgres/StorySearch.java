package org.retold.api.postgres;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.retold.api.story.Sort;
import org.retold.api.story.StoryQuery;

/**
 * Stories that say words, whichever way finds them soonest. Rare words lead from their articles to the stories. Frequent
 * ones do so from the articles of the last hours, days or months, as far back as a page needs; and where the list is not by
 * time, stories are gone through in its order until a page is full. What is found is the same.
 *
 * @param few articles are followed to their stories one and all
 * @param window so many articles, about, are followed at first where more say the words
 */
record StorySearch(int few, int window) {

    /** Following an article takes 10 to 20 µs, where a million are there. */
    static final StorySearch USUAL = new StorySearch(3_000, 1_500);

    private static final int WIDER = 8;

    /** Parts of equal size into which PostgreSQL's statistics cut the articles by their time. */
    private static final int PARTS = 100;

    /** One more than asked for where the list goes on. */
    <T> List<T> page(Handle handle, StoryQuery query, RowReader<T> reader) {
        long sayers = sayers(handle, query);
        if (sayers <= few) {
            return stories(handle, StoryListSql.of(query), reader);
        }
        return query.sort() == Sort.UPDATED ? newest(handle, query, sayers, reader) : next(handle, query, reader);
    }

    private <T> List<T> newest(Handle handle, StoryQuery query, long sayers, RowReader<T> reader) {
        for (double share = (double) window / sayers; share < 1; share *= WIDER) {
            Optional<OffsetDateTime> since = since(handle, query, share);
            if (since.isEmpty()) {
                break;
            }
            List<Place> recent = recent(handle, StoryListSql.ofRecent(query, since.get()));
            if (recent.size() > query.limit()) {
                List<String> ids = recent.stream().map(Place::id).toList();
                OffsetDateTime oldest = recent.getLast().updated();
                return stories(handle, StoryListSql.ofRecentAndOlder(query, ids, oldest, since.get()), reader);
            }
            if (areFewToLookAt(handle, query)) {
                return stories(handle, StoryListSql.ofNextThatSay(query), reader);
            }
        }
        return stories(handle, StoryListSql.of(query), reader);
    }

    private static <T> List<T> next(Handle handle, StoryQuery query, RowReader<T> reader) {
        List<T> found = stories(handle, StoryListSql.ofNextThatSay(query), reader);
        return found.size() > query.limit() || areFewToLookAt(handle, query)
                ? found
                : stories(handle, StoryListSql.of(query), reader);
    }

    /** What PostgreSQL thinks of how many articles say the words. */
    private static long sayers(Handle handle, StoryQuery query) {
        StoryListSql sql = StoryListSql.ofSayingArticles(query);
        JsonNode plan = handle.createQuery(sql.text())
                .bindMap(sql.values())
                .map((row, context) -> Rows.required(Columns.read(JsonNode.class, row, "QUERY PLAN")))
                .one();
        return plan.path(0).path("Plan").path("Plan Rows").asLong();
    }

    /** Since when that share of all articles came, of those before the page. */
    private static Optional<OffsetDateTime> since(Handle handle, StoryQuery query, double share) {
        return handle.createQuery("""
                        select bound from pg_stats,
                            unnest(cast(cast(histogram_bounds as text) as timestamptz[])) with ordinality as bounds (bound, n)
                        where schemaname = current_schema() and tablename = 'article' and attname = 'accepted'
                            and bound < :before
                        order by n desc offset :parts limit 1
                        """)
                .bind("before", StoryListSql.newest(query).orElse(OffsetDateTime.MAX))
                .bind("parts", 1 + (int) (share * PARTS))
                .mapTo(OffsetDateTime.class)
                .findOne();
    }

    private record Place(String id, OffsetDateTime updated) {}

    private static List<Place> recent(Handle handle, StoryListSql sql) {
        return handle.createQuery(sql.text())
                .bindMap(sql.values())
                .map((row, context) -> new Place(row.getString("id"), row.getObject("updated", OffsetDateTime.class)))
                .list();
    }

    private static boolean areFewToLookAt(Handle handle, StoryQuery query) {
        StoryListSql sql = StoryListSql.areFewToLookAt(query);
        return handle.createQuery(sql.text())
                .bindMap(sql.values())
                .mapTo(Boolean.class)
                .one();
    }

    /** The stories that a statement finds. */
    static <T> List<T> stories(Handle handle, StoryListSql sql, RowReader<T> reader) {
        return handle.createQuery(sql.text())
                .bindMap(sql.values())
                .map((row, context) -> reader.read(row))
                .list();
    }
}
