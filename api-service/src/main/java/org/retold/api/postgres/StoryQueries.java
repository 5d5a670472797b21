package org.retold.api.postgres;

import com.fasterxml.jackson.databind.JsonNode;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.transaction.TransactionIsolationLevel;
import org.retold.api.story.ArticleInStory;
import org.retold.api.story.Cursor;
import org.retold.api.story.FoundStory;
import org.retold.api.story.Outlets;
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

    private final Jdbi jdbi;

    public StoryQueries(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    public StoryPage list(StoryQuery query) {
        List<StorySummary> found = jdbi.withHandle(handle -> page(handle, query));
        if (found.size() <= query.limit()) {
            return new StoryPage(found, null);
        }
        List<StorySummary> items = found.subList(0, query.limit());
        Cursor next = query.after(items.getLast());
        return new StoryPage(items, next);
    }

    /** One more than asked for where the list goes on. */
    private static List<StorySummary> page(Handle handle, StoryQuery query) {
        if (query.filter().text() == null || areFewSaying(handle, query)) {
            return stories(handle, StoryListSql.of(query));
        }
        List<StorySummary> found = stories(handle, StoryListSql.ofNextThatSay(query));
        return found.size() > query.limit() || is(handle, StoryListSql.areFewToLookAt(query))
                ? found
                : stories(handle, StoryListSql.of(query));
    }

    private static boolean areFewSaying(Handle handle, StoryQuery query) {
        StoryListSql sql = StoryListSql.ofSayingArticles(query);
        JsonNode plan = handle.createQuery(sql.text())
                .bindMap(sql.values())
                .map((row, context) -> Rows.required(Columns.read(JsonNode.class, row, "QUERY PLAN")))
                .one();
        return plan.path(0).path("Plan").path("Plan Rows").asLong() <= StoryListSql.FEW;
    }

    private static List<StorySummary> stories(Handle handle, StoryListSql sql) {
        return handle.createQuery(sql.text())
                .bindMap(sql.values())
                .map((row, context) -> Rows.summary(row))
                .list();
    }

    private static boolean is(Handle handle, StoryListSql sql) {
        return handle.createQuery(sql.text())
                .bindMap(sql.values())
                .mapTo(Boolean.class)
                .one();
    }

    public FoundStory find(String id) {
        return jdbi.inTransaction(TransactionIsolationLevel.REPEATABLE_READ, handle -> find(handle, id));
    }

    private static FoundStory find(Handle handle, String id) {
        String current = id;
        for (int step = 0; step < LONGEST_CHAIN; step++) {
            Optional<Snapshot> found = snapshot(handle, current);
            if (found.isEmpty()) {
                return gone(handle, current);
            }
            Optional<String> survivor = found.get().mergedInto();
            if (survivor.isEmpty()) {
                return current.equals(id)
                        ? new FoundStory.Here(detail(handle, found.get()))
                        : new FoundStory.MergedInto(current);
            }
            current = survivor.get();
        }
        return new FoundStory.Unknown();
    }

    private static FoundStory gone(Handle handle, String id) {
        boolean expired = handle.createQuery("select exists (select from story_expiry where story_id = :id)")
                .bind("id", id)
                .mapTo(Boolean.class)
                .one();
        return expired ? new FoundStory.Expired() : new FoundStory.Unknown();
    }

    private static StoryDetail detail(Handle handle, Snapshot snapshot) {
        List<Listed> listed = handle.createQuery("""
                        select m.member, e.body as evidence, a.agencies
                        from membership m
                        left join evidence e on e.article_id = m.article_id
                        left join article a on a.id = m.article_id
                        where m.story_id = :story order by m.arrival, m.article_id limit :most
                        """)
                .bind("story", snapshot.summary().id())
                .bind("most", Story.MAX_ARTICLES)
                .map((row, context) -> listed(row))
                .list();
        return StoryDetail.of(
                snapshot.summary(),
                snapshot.origin().orElse(null),
                Outlets.of(listed.stream().map(Listed::telling).toList()),
                listed.stream().map(Listed::article).toList());
    }

    /** An article as it is shown, and as its publisher is. */
    private record Listed(ArticleInStory article, Telling telling) {}

    private static Listed listed(ResultSet row) throws SQLException {
        Story.Member member = Rows.required(Columns.read(Story.Member.class, row, "member"));
        String[] agencies = Columns.read(String[].class, row, "agencies");
        return new Listed(
                Rows.articleInStory(member, Columns.read(Evidence.class, row, "evidence")),
                new Telling(
                        member.publisher(),
                        member.arrival(),
                        member.published(),
                        agencies == null ? List.of() : List.of(agencies)));
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
