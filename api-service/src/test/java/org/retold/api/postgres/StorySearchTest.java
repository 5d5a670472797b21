package org.retold.api.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.retold.api.Newsroom.MORNING;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.SqlLogger;
import org.jdbi.v3.core.statement.StatementContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.retold.api.story.Asked;
import org.retold.api.story.Cursor;
import org.retold.api.story.StoryPage;
import org.retold.api.story.StoryQuery;
import org.retold.api.story.StoryQueryReader;
import org.retold.api.story.StorySummary;

final class StorySearchTest {

    private static final int PAGES = 12;
    private static final StorySearch FROM_ARTICLES = new StorySearch(Integer.MAX_VALUE, 0, 1, 0);
    private static final StorySearch FROM_LATE_ARTICLES = new StorySearch(0, 0, 300, 1_000_000);
    /** PostgreSQL thinks of 600 articles that say both words of a query; there are 3,000. */
    private static final StorySearch FROM_FEW = new StorySearch(500, 0, 300, 1_000_000);

    private static final StorySearch FROM_THE_FIRST = new StorySearch(0, 200, 300, 20);
    private static final StorySearch FROM_AS_LATE_ARTICLES_AS_FIT = new StorySearch(0, 0, 300, 20);

    private final TestDatabase database = TestDatabase.fresh();

    @BeforeEach
    void fill() {
        new ReadModel(database.migrations(), database.jdbi(), InstantSource.fixed(MORNING)).migrate();
        database.jdbi().useHandle(ManyRows::in);
    }

    @Test
    void everyWayFindsTheSameStoriesInTheSameOrder() {
        // One story in nine goes on for up to five days after its last article that says anything.
        change("""
                update story set updated = updated + abs(hashtext(id)) % 7200 * interval '1 minute' where change % 9 = 0
                """);

        for (String sort : List.of("updated", "first", "size")) {
            for (Map<String, String> filter : List.of(
                    Map.of("q", "common"),
                    Map.of("q", "common -word5"),
                    Map.of("q", "common word5"),
                    Map.of("q", "\"common word5\""),
                    Map.of("q", "word7", "language", "fr"),
                    Map.of("q", "common", "until", "2023-01-09", "since", "2023-01-05"),
                    Map.of("q", "common", "minArticles", "10", "publisher", "p7.example"),
                    Map.of("q", "nobody says this"))) {
                List<String> all = walk(FROM_ARTICLES, sort, filter);

                for (StorySearch search :
                        List.of(FROM_LATE_ARTICLES, FROM_FEW, FROM_THE_FIRST, FROM_AS_LATE_ARTICLES_AS_FIT)) {
                    assertThat(walk(search, sort, filter))
                            .as("%s by %s", filter, sort)
                            .isEqualTo(all);
                }
            }
        }
    }

    @Test
    void aStoryThatWasUpdatedLastComesFirstEvenWhenItsOnlyWordsAreOld() {
        change("update story set updated = '2023-02-20' where id = 'many42'");
        change("update article set words = to_tsvector('simple', 'common') where id = 'many124'");

        assertThat(walk(FROM_LATE_ARTICLES, "updated", Map.of("q", "common"))).startsWith("many42");
    }

    @Test
    void aPageIsOfOneMomentAlsoWhereStoriesEndWhileItIsMade() {
        Map<String, String> filter = Map.of("q", "common");
        StoryQuery query = query("updated", filter);
        StoryPage before = new StoryQueries(database.jdbi(), FROM_LATE_ARTICLES).list(query);
        AtomicInteger ended = new AtomicInteger();
        Jdbi interrupted = database.watched(new SqlLogger() {
            @Override
            public void logBeforeExecution(StatementContext context) {
                if (context.getRawSql().contains(":found")) {
                    ended.addAndGet(database.jdbi()
                            .withHandle(handle -> handle.execute(
                                    "delete from story where id = ?",
                                    before.items().getFirst().id())));
                }
            }
        });

        StoryPage page = new StoryQueries(interrupted, FROM_LATE_ARTICLES).list(query);

        assertThat(ended).hasValue(1);
        assertThat(page).isEqualTo(before);
    }

    private void change(String sql) {
        database.jdbi().useHandle(handle -> {
            assertThat(handle.execute(sql)).isPositive();
            handle.execute("analyze story");
        });
    }

    /** Ids of the first pages. */
    private List<String> walk(StorySearch search, String sort, Map<String, String> filter) {
        StoryQueries stories = new StoryQueries(database.jdbi(), search);
        StoryQuery query = query(sort, filter);
        List<String> ids = new ArrayList<>();
        for (int page = 0; page < PAGES; page++) {
            StoryPage found = stories.list(query);
            found.items().stream().map(StorySummary::id).forEach(ids::add);
            Cursor next = found.next();
            if (next == null) {
                break;
            }
            query = new StoryQuery(query.filter(), query.sort(), query.limit(), next);
        }
        return ids;
    }

    private static StoryQuery query(String sort, Map<String, String> filter) {
        Map<String, List<String>> parameters = new HashMap<>();
        parameters.put("sort", List.of(sort));
        filter.forEach((name, value) -> parameters.put(name, List.of(value)));
        return switch (new StoryQueryReader(1, 20).read(parameters)) {
            case Asked.Understood<StoryQuery>(StoryQuery query) -> query;
            case Asked.NotUnderstood<StoryQuery>(var problems) -> throw new AssertionError(problems);
        };
    }
}
