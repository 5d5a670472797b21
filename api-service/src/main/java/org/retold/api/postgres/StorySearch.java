package org.retold.api.postgres;

import com.fasterxml.jackson.databind.JsonNode;
import java.sql.ResultSet;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
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
 * @param first so many stories of a list by time are gone through before anything else where more say the words: stories of
 *     many articles say each of the most frequent ones
 * @param window so many articles, about, are followed at first where more say the words
 * @param beside so many stories of old articles are looked at beside those of the window
 */
record StorySearch(int few, int first, int window, int beside) {

    /** Where a million articles are there, following one takes 6 µs, and looking for words in a story 200. */
    static final StorySearch USUAL = new StorySearch(10_000, 800, 5_000, 500);

    /** PostgreSQL thinks of every word that is not frequent that it might be, and of two words that they have little in common. */
    private static final long WRONG = 4;

    private static final int WIDER = 8;

    /** Of all articles, about, in which frequent words are counted; and as many of them as are. */
    private static final double SAMPLE = 0.02;

    private static final int MOST_COUNTED = 5_000;

    /** One more than asked for where the list goes on. */
    <T> List<T> page(Handle handle, StoryQuery query, RowReader<T> reader) {
        SaidWords words =
                SaidWords.read(handle, Objects.requireNonNull(query.filter().text()));
        if (words.readings().isEmpty()) {
            return List.of();
        }
        SaidSql sql = new SaidSql(query, words);
        Optional<List<T>> found =
                thought(handle, sql.thought()) > WRONG * few ? Optional.empty() : fromAll(handle, sql, few, reader);
        return found.orElseGet(
                () -> query.sort() == Sort.UPDATED ? newest(handle, sql, reader) : next(handle, sql, reader));
    }

    private <T> List<T> newest(Handle handle, SaidSql sql, RowReader<T> reader) {
        List<T> begun = stories(handle, sql.next(first), reader);
        if (isMore(begun, sql)) {
            return begun;
        }
        for (double share = (double) window / sayers(handle, sql); share < 1; share *= WIDER) {
            Optional<Periods> accepted = Periods.last(handle, sql.query(), share);
            if (accepted.isEmpty()) {
                break;
            }
            List<Place> found = places(handle, sql.fromAccepted(accepted.get()));
            if (isMore(found, sql)) {
                OffsetDateTime oldest = found.getLast().updated();
                if (!is(handle, sql.areMoreOlder(oldest, accepted.get(), beside))) {
                    List<String> ids = found.stream().map(Place::id).toList();
                    return stories(handle, sql.withOlder(ids, oldest, accepted.get()), reader);
                }
            } else if (!is(handle, sql.areManyToLookAt())) {
                return stories(handle, sql.next(), reader);
            }
        }
        return fromAll(handle, sql, reader);
    }

    private static <T> List<T> next(Handle handle, SaidSql sql, RowReader<T> reader) {
        List<T> found = stories(handle, sql.next(), reader);
        return isMore(found, sql) || !is(handle, sql.areManyToLookAt()) ? found : fromAll(handle, sql, reader);
    }

    private static boolean isMore(List<?> found, SaidSql sql) {
        return found.size() > sql.query().limit();
    }

    private static <T> List<T> fromAll(Handle handle, SaidSql sql, RowReader<T> reader) {
        return fromAll(handle, sql, Integer.MAX_VALUE, reader).orElseThrow();
    }

    /** Empty where more articles say the words than so many. */
    private static <T> Optional<List<T>> fromAll(Handle handle, SaidSql sql, int most, RowReader<T> reader) {
        BoundSql all = sql.fromAll(most);
        return handle.createQuery(all.text()).bindMap(all.values()).scanResultSet((rows, context) -> {
            List<T> found = new ArrayList<>();
            for (ResultSet row = rows.get(); row.next(); ) {
                if (row.getBoolean("more")) {
                    return Optional.empty();
                }
                if (row.getString("id") != null) {
                    found.add(reader.read(row));
                }
            }
            return Optional.of(found);
        });
    }

    /** About how many articles say frequent words, if those of before say them as often as the last ones do. */
    private long sayers(Handle handle, SaidSql sql) {
        long sampled = Periods.last(handle, sql.query(), SAMPLE)
                .map(accepted -> count(handle, sql.count(accepted, MOST_COUNTED)))
                .orElse(0L);
        return Math.max(few, (long) (sampled / SAMPLE));
    }

    private static long thought(Handle handle, BoundSql sql) {
        JsonNode plan = handle.createQuery(sql.text())
                .bindMap(sql.values())
                .map((row, context) -> Rows.required(Columns.read(JsonNode.class, row, "QUERY PLAN")))
                .one();
        return plan.path(0).path("Plan").path("Plan Rows").asLong();
    }

    private static long count(Handle handle, BoundSql sql) {
        return handle.createQuery(sql.text())
                .bindMap(sql.values())
                .mapTo(Long.class)
                .one();
    }

    private record Place(String id, OffsetDateTime updated) {}

    private static List<Place> places(Handle handle, BoundSql sql) {
        return handle.createQuery(sql.text())
                .bindMap(sql.values())
                .map((row, context) -> new Place(row.getString("id"), row.getObject("updated", OffsetDateTime.class)))
                .list();
    }

    private static boolean is(Handle handle, BoundSql sql) {
        return handle.createQuery(sql.text())
                .bindMap(sql.values())
                .mapTo(Boolean.class)
                .one();
    }

    /** The stories that a statement finds. */
    static <T> List<T> stories(Handle handle, BoundSql sql, RowReader<T> reader) {
        return handle.createQuery(sql.text())
                .bindMap(sql.values())
                .map((row, context) -> reader.read(row))
                .list();
    }
}
