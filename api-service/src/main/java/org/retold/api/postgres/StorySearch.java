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
 * @param beside so many stories of old articles are looked at beside those of the window
 */
record StorySearch(int few, int window, int beside) {

    /** Where a million articles are there, following one takes 3 to 5 µs, and looking for words in a story 200. */
    static final StorySearch USUAL = new StorySearch(10_000, 5_000, 2_000);

    private static final int WIDER = 8;

    /** Parts of equal size into which PostgreSQL's statistics cut the articles by their time. */
    private static final int PARTS = 100;

    /** One more than asked for where the list goes on. */
    <T> List<T> page(Handle handle, StoryQuery query, RowReader<T> reader) {
        String says = StoryListSql.says(DictionaryTable.all(handle));
        long sayers = sayers(handle, query, says);
        if (sayers <= few) {
            return stories(handle, StoryListSql.ofSaid(query, says), reader);
        }
        return query.sort() == Sort.UPDATED
                ? newest(handle, query, says, sayers, reader)
                : next(handle, query, says, reader);
    }

    private <T> List<T> newest(Handle handle, StoryQuery query, String says, long sayers, RowReader<T> reader) {
        for (double share = (double) window / sayers; share < 1; share *= WIDER) {
            Optional<OffsetDateTime> since = since(handle, query, share);
            if (since.isEmpty()) {
                break;
            }
            List<Place> recent = recent(handle, StoryListSql.ofRecent(query, since.get(), says));
            if (recent.size() > query.limit()) {
                OffsetDateTime oldest = recent.getLast().updated();
                if (!is(handle, StoryListSql.olderAreMore(query, oldest, since.get(), beside))) {
                    List<String> ids = recent.stream().map(Place::id).toList();
                    return stories(
                            handle, StoryListSql.ofRecentAndOlder(query, ids, oldest, since.get(), says), reader);
                }
            } else if (!is(handle, StoryListSql.areManyToLookAt(query))) {
                return stories(handle, StoryListSql.ofNextThatSay(query, says), reader);
            }
        }
        return stories(handle, StoryListSql.ofSaid(query, says), reader);
    }

    private static <T> List<T> next(Handle handle, StoryQuery query, String says, RowReader<T> reader) {
        List<T> found = stories(handle, StoryListSql.ofNextThatSay(query, says), reader);
        return found.size() > query.limit() || !is(handle, StoryListSql.areManyToLookAt(query))
                ? found
                : stories(handle, StoryListSql.ofSaid(query, says), reader);
    }

    /** What PostgreSQL thinks of how many articles say the words. */
    private static long sayers(Handle handle, StoryQuery query, String says) {
        StoryListSql sql = StoryListSql.ofSayingArticles(query, says);
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

    private static boolean is(Handle handle, StoryListSql sql) {
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
