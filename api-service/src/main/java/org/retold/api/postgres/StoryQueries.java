package org.retold.api.postgres;

import com.fasterxml.jackson.databind.JsonNode;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.transaction.TransactionIsolationLevel;
import org.retold.api.story.ArticleInStory;
import org.retold.api.story.Cursor;
import org.retold.api.story.FoundStory;
import org.retold.api.story.Outlets;
import org.retold.api.story.ShownPage;
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

    private static final String MEMBER_IF_NEEDED = "case when m.shown is null then m.member end as member";

    private final Jdbi jdbi;

    public StoryQueries(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    public StoryPage list(StoryQuery query) {
        List<StorySummary> found = page(query, Rows::summary);
        return isLast(found, query)
                ? new StoryPage(found, null)
                : new StoryPage(found.subList(0, query.limit()), query.after(found.get(query.limit() - 1)));
    }

    /** The same as answers show it. */
    public ShownPage listShown(StoryQuery query) {
        Cursor[] next = new Cursor[1];
        List<String> found = page(query, row -> {
            if (row.getRow() == query.limit()) {
                next[0] = query.after(Rows.summary(row));
            }
            return Shown.summary(row);
        });
        return isLast(found, query)
                ? new ShownPage(found, null)
                : new ShownPage(found.subList(0, query.limit()), next[0]);
    }

    private static boolean isLast(List<?> found, StoryQuery query) {
        return found.size() <= query.limit();
    }

    /** What is read of a row. */
    private interface RowReader<T> {
        T read(ResultSet row) throws SQLException;
    }

    /** One more than asked for where the list goes on. */
    private <T> List<T> page(StoryQuery query, RowReader<T> reader) {
        return jdbi.withHandle(handle -> page(handle, query, reader));
    }

    private static <T> List<T> page(Handle handle, StoryQuery query, RowReader<T> reader) {
        if (query.filter().text() == null || areFewSaying(handle, query)) {
            return stories(handle, StoryListSql.of(query), reader);
        }
        List<T> found = stories(handle, StoryListSql.ofNextThatSay(query), reader);
        return found.size() > query.limit() || is(handle, StoryListSql.areFewToLookAt(query))
                ? found
                : stories(handle, StoryListSql.of(query), reader);
    }

    private static boolean areFewSaying(Handle handle, StoryQuery query) {
        StoryListSql sql = StoryListSql.ofSayingArticles(query);
        JsonNode plan = handle.createQuery(sql.text())
                .bindMap(sql.values())
                .map((row, context) -> Rows.required(Columns.read(JsonNode.class, row, "QUERY PLAN")))
                .one();
        return plan.path(0).path("Plan").path("Plan Rows").asLong() <= StoryListSql.FEW;
    }

    private static <T> List<T> stories(Handle handle, StoryListSql sql, RowReader<T> reader) {
        return handle.createQuery(sql.text())
                .bindMap(sql.values())
                .map((row, context) -> reader.read(row))
                .list();
    }

    private static boolean is(Handle handle, StoryListSql sql) {
        return handle.createQuery(sql.text())
                .bindMap(sql.values())
                .mapTo(Boolean.class)
                .one();
    }

    public FoundStory<StoryDetail> find(String id) {
        return find(id, StoryQueries::detail);
    }

    /** Its JSON, as answers show it. */
    public FoundStory<byte[]> findShown(String id) {
        return find(id, StoryQueries::shownDetail);
    }

    private <T> FoundStory<T> find(String id, BiFunction<Handle, Snapshot, T> here) {
        return jdbi.inTransaction(TransactionIsolationLevel.REPEATABLE_READ, handle -> find(handle, id, here));
    }

    private static <T> FoundStory<T> find(Handle handle, String id, BiFunction<Handle, Snapshot, T> here) {
        String current = id;
        for (int step = 0; step < LONGEST_CHAIN; step++) {
            Optional<Snapshot> found = snapshot(handle, current);
            if (found.isEmpty()) {
                return gone(handle, current);
            }
            Optional<String> survivor = found.get().mergedInto();
            if (survivor.isEmpty()) {
                return current.equals(id)
                        ? new FoundStory.Here<>(here.apply(handle, found.get()))
                        : new FoundStory.MergedInto<>(current);
            }
            current = survivor.get();
        }
        return new FoundStory.Unknown<>();
    }

    private static <T> FoundStory<T> gone(Handle handle, String id) {
        boolean expired = handle.createQuery("select exists (select from story_expiry where story_id = :id)")
                .bind("id", id)
                .mapTo(Boolean.class)
                .one();
        return expired ? new FoundStory.Expired<>() : new FoundStory.Unknown<>();
    }

    private static StoryDetail detail(Handle handle, Snapshot snapshot) {
        List<Telling> tellings = new ArrayList<>();
        List<ArticleInStory> articles = articles(handle, snapshot, "m.member", row -> {
            tellings.add(Rows.telling(row));
            return ArticleInStory.of(
                    Rows.required(Columns.read(Story.Member.class, row, "member")),
                    Columns.read(Evidence.class, row, "evidence"));
        });
        return detail(snapshot, tellings, articles);
    }

    private static byte[] shownDetail(Handle handle, Snapshot snapshot) {
        List<Telling> tellings = new ArrayList<>();
        List<String> articles = articles(handle, snapshot, MEMBER_IF_NEEDED, row -> {
            tellings.add(Rows.telling(row));
            return Shown.article(row);
        });
        return Shown.detail(detail(snapshot, tellings, List.of()), articles);
    }

    private static StoryDetail detail(Snapshot snapshot, List<Telling> tellings, List<ArticleInStory> articles) {
        return StoryDetail.of(snapshot.summary(), snapshot.origin().orElse(null), Outlets.of(tellings), articles);
    }

    private static <T> List<T> articles(Handle handle, Snapshot snapshot, String member, RowReader<T> reader) {
        return handle.createQuery("""
                        select %s, m.shown, m.host, m.publisher, m.arrival, m.published, m.precision,
                            e.body as evidence, e.whole, a.agencies
                        from membership m
                        left join evidence e on e.article_id = m.article_id
                        left join article a on a.id = m.article_id
                        where m.story_id = :story order by m.arrival, m.article_id limit :most
                        """.formatted(member))
                .bind("story", snapshot.summary().id())
                .bind("most", Story.MAX_ARTICLES)
                .map((row, context) -> reader.read(row))
                .list();
    }

    private record Snapshot(StorySummary summary, Optional<Story.Origin> origin, Optional<String> mergedInto) {}

    private static Optional<Snapshot> snapshot(Handle handle, String id) {
        return handle.createQuery(
                        "select " + Rows.SUMMARY_COLUMNS + ", s.origin, s.merged_into from story s where s.id = :id")
                .bind("id", id)
                .map((ResultSet row, org.jdbi.v3.core.statement.StatementContext context) -> new Snapshot(
                        Rows.summary(row),
                        Optional.ofNullable(Columns.read(Story.Origin.class, row, "origin")),
                        Optional.ofNullable(row.getString("merged_into"))))
                .findOne();
    }
}
