package org.retold.api.postgres;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.retold.api.story.ArticleInStory;
import org.retold.api.story.Cursor;
import org.retold.api.story.FoundStory;
import org.retold.api.story.Outlets;
import org.retold.api.story.ShownPage;
import org.retold.api.story.StableJson;
import org.retold.api.story.StoryDetail;
import org.retold.api.story.StoryPage;
import org.retold.api.story.StoryQuery;
import org.retold.api.story.StorySummary;
import org.retold.api.story.Telling;
import org.retold.contract.Evidence;
import org.retold.contract.Story;

/** Lists stories, and finds one; every answer is of one moment. */
public final class StoryQueries {

    /** A merged story's survivor may itself be absorbed later; more often than this it is not. */
    private static final int LONGEST_CHAIN = 64;

    /** A story's own columns, in its first row only: others would repeat them. */
    private static final String ONCE = Stream.of(
                    "id",
                    "version",
                    "change",
                    "headline",
                    "languages",
                    "first_published",
                    "last_published",
                    "updated",
                    "article_count",
                    "publisher_count",
                    "agency",
                    "origin",
                    "merged_into")
            .map("case when coalesce(t.nth, 1) = 1 then s.%1$s end as %1$s"::formatted)
            .collect(Collectors.joining(", "));

    /** A story, and its articles in the order in which they arrived; one row without an article where it has none. */
    private static final String WITH_ARTICLES = "select " + ONCE + """
            , t.*
            from story s left join lateral (
                select row_number() over (order by m.arrival, m.article_id) as nth,
                    m.article_id, m.shown, m.host, m.publisher, m.arrival, m.published, m.precision, %s
                where m.story_id = s.id order by m.arrival, m.article_id limit %d) t on true
            where s.id = :id order by t.nth
            """;

    private static final String WITH_MEMBERS = WITH_ARTICLES.formatted("""
            m.member, e.body as evidence, a.agencies
            from membership m
            left join evidence e on e.article_id = m.article_id
            left join article a on a.id = m.article_id and a.agencies is not null
            """, Story.MAX_ARTICLES);

    /** All that is shown stands with the membership, but for rows of an earlier version. */
    private static final String WITH_SHOWN_ARTICLES =
            WITH_ARTICLES.formatted("m.evidence, m.agencies, m.whole from membership m", Story.MAX_ARTICLES);

    /** A search takes several statements. */
    private static final String OF_ONE_MOMENT = "set transaction isolation level repeatable read, read only";

    private final Jdbi jdbi;
    private final StorySearch search;

    public StoryQueries(Jdbi jdbi) {
        this(jdbi, StorySearch.USUAL);
    }

    StoryQueries(Jdbi jdbi, StorySearch search) {
        this.jdbi = jdbi;
        this.search = search;
    }

    public StoryPage list(StoryQuery query) {
        Cursor[] next = new Cursor[1];
        List<StorySummary> found = page(query, noting(next, query, Rows::summary));
        return isLast(found, query)
                ? new StoryPage(found, null)
                : new StoryPage(found.subList(0, query.limit()), next[0]);
    }

    /** The same as answers show it. */
    public ShownPage listShown(StoryQuery query) {
        Cursor[] next = new Cursor[1];
        List<byte[]> found = page(query, noting(next, query, Shown::summary));
        return isLast(found, query)
                ? new ShownPage(found, null)
                : new ShownPage(found.subList(0, query.limit()), next[0]);
    }

    /** Notes where the list goes on after the last row of a page. */
    private static <T> RowReader<T> noting(Cursor[] next, StoryQuery query, RowReader<T> reader) {
        return row -> {
            if (row.getRow() == query.limit()) {
                next[0] = query.after(Rows.summary(row), Columns.requiredInstant(row, "first_known"));
            }
            return reader.read(row);
        };
    }

    private static boolean isLast(List<?> found, StoryQuery query) {
        return found.size() <= query.limit();
    }

    /** One more than asked for where the list goes on. */
    private <T> List<T> page(StoryQuery query, RowReader<T> reader) {
        return query.filter().text() == null
                ? jdbi.withHandle(handle -> StorySearch.stories(handle, StoryListSql.of(query), reader))
                : jdbi.inTransaction(handle -> {
                    handle.execute(OF_ONE_MOMENT);
                    return search.page(handle, query, reader);
                });
    }

    public FoundStory<StoryDetail> find(String id) {
        return find(id, StoryQueries::made, found -> found.with(found.articles()));
    }

    /** Its JSON, as answers show it. */
    public FoundStory<byte[]> findShown(String id) {
        return find(id, StoryQueries::shown, found -> Shown.detail(found.with(List.of()), found.articles()));
    }

    private <A, T> FoundStory<T> find(String id, SnapshotReader<A> snapshots, Function<Snapshot<A>, T> here) {
        return jdbi.withHandle(handle -> {
            String current = id;
            for (int step = 0; step < LONGEST_CHAIN; step++) {
                Snapshot<A> found = snapshots.read(handle, current);
                if (found == null) {
                    return gone(handle, current);
                }
                if (found.mergedInto() == null) {
                    return current.equals(id)
                            ? new FoundStory.Here<>(here.apply(found))
                            : new FoundStory.MergedInto<>(current);
                }
                current = found.mergedInto();
            }
            return new FoundStory.Unknown<>();
        });
    }

    private static <T> FoundStory<T> gone(Handle handle, String id) {
        boolean expired = handle.createQuery("select exists (select from story_expiry where story_id = :id)")
                .bind("id", id)
                .mapTo(Boolean.class)
                .one();
        return expired ? new FoundStory.Expired<>() : new FoundStory.Unknown<>();
    }

    /**
     * @param tellings of its articles, for its outlets
     * @param <A> what is read of an article
     */
    private record Snapshot<A>(
            StorySummary summary,
            Story.@Nullable Origin origin,
            @Nullable String mergedInto,
            List<Telling> tellings,
            List<A> articles) {

        private <B> Snapshot<B> map(Function<A, B> change) {
            return new Snapshot<>(
                    summary,
                    origin,
                    mergedInto,
                    tellings,
                    articles.stream().map(change).toList());
        }

        private StoryDetail with(List<ArticleInStory> itsArticles) {
            return StoryDetail.of(summary, origin, Outlets.of(tellings), itsArticles);
        }
    }

    private interface SnapshotReader<A> {
        @Nullable
        Snapshot<A> read(Handle handle, String id);
    }

    private static @Nullable Snapshot<ArticleInStory> made(Handle handle, String id) {
        return snapshot(handle, WITH_MEMBERS, id, StoryQueries::article);
    }

    private static @Nullable Snapshot<byte[]> shown(Handle handle, String id) {
        Snapshot<byte[]> shown = snapshot(handle, WITH_SHOWN_ARTICLES, id, Shown::article);
        if (shown == null || !shown.articles().contains(Shown.ELSEWHERE)) {
            return shown;
        }
        Snapshot<ArticleInStory> made = made(handle, id);
        return made == null ? null : made.map(StableJson::bytes);
    }

    /** One statement: what it reads is of one moment. */
    private static <A> @Nullable Snapshot<A> snapshot(Handle handle, String sql, String id, RowReader<A> article) {
        return handle.createQuery(sql).bind("id", id).scanResultSet((rows, context) -> {
            ResultSet row = rows.get();
            return row.next() ? snapshot(row, article) : null;
        });
    }

    /** @param row the first one */
    private static <A> Snapshot<A> snapshot(ResultSet row, RowReader<A> article) throws SQLException {
        Snapshot<A> snapshot = new Snapshot<>(
                Rows.summary(row),
                Columns.read(Story.Origin.class, row, "origin"),
                row.getString("merged_into"),
                new ArrayList<>(),
                new ArrayList<>());
        if (row.getString("article_id") != null) {
            do {
                snapshot.tellings().add(Rows.telling(row));
                snapshot.articles().add(article.read(row));
            } while (row.next());
        }
        return snapshot;
    }

    private static ArticleInStory article(ResultSet row) throws SQLException {
        return ArticleInStory.of(
                Rows.required(Columns.read(Story.Member.class, row, "member")),
                Columns.read(Evidence.class, row, "evidence"));
    }
}
