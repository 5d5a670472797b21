package org.retold.api.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.retold.api.Newsroom.MORNING;
import static org.retold.api.Newsroom.merged;
import static org.retold.api.Newsroom.story;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.retold.api.Newsroom;
import org.retold.api.arrival.Advance;
import org.retold.api.arrival.Arrival;
import org.retold.api.arrival.Batch;
import org.retold.api.arrival.BatchOf;
import org.retold.api.arrival.Source;
import org.retold.api.arrival.StoredPosition;
import org.retold.api.story.FoundStory;
import org.retold.api.story.Texts;
import org.retold.contract.Rejection;
import org.retold.contract.Story;

@Tag("containers")
final class ReadModelTest {

    private static final Source STORIES = new Source("retold.stories.v1", 0);

    private final TestDatabase database = TestDatabase.fresh();
    private final ReadModel readModel =
            new ReadModel(database.migrations(), database.jdbi(), InstantSource.fixed(MORNING));

    @BeforeEach
    void migrate() {
        readModel.migrate();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void whateverTheOrderTheSameIsShown(long seed) {
        Random random = new Random(seed);
        List<Batch> history = InventedHistory.of(random, 60);
        for (int i = 0; i < history.size(); i += 10) {
            apply(InventedHistory.together(history.subList(i, Math.min(history.size(), i + 10))));
        }
        List<String> inOrder = contents(database);

        TestDatabase other = TestDatabase.fresh();
        ReadModel shuffled = new ReadModel(other.migrations(), other.jdbi(), InstantSource.fixed(MORNING));
        shuffled.migrate();
        List<Batch> again = new ArrayList<>(history);
        again.addAll(history.subList(0, history.size() / 3));
        Collections.shuffle(again, random);
        while (!again.isEmpty()) {
            List<Batch> some = again.subList(0, Math.min(again.size(), 1 + random.nextInt(15)));
            // Here the words of articles are read when these are stored; there they are read before.
            shuffled.apply(InventedHistory.together(some), ArticleWords.UNREAD, ReadModelTest::nobodyRefused);
            some.clear();
        }

        assertThat(contents(other)).isEqualTo(inOrder);
        assertThat(inOrder).isNotEmpty();
        assertThat(membersByNumber(database)).isEqualTo(membersById(database)).isNotEmpty();
        assertThat(membersByNumber(other)).isEqualTo(membersById(other));
    }

    @Test
    void anArticleThatMovesIsNeverInTwoStoriesWhicheverSnapshotComesFirst() {
        apply(stories(story("a", 1, 1, 1, "x", "y"), story("b", 1, 2, 1, "z")));

        apply(stories(story("b", 2, 3, 2, "z", "y")));

        assertThat(membersOf("a")).containsExactly("x");
        assertThat(membersOf("b")).containsExactly("z", "y");

        apply(stories(story("a", 2, 3, 2, "x")));

        assertThat(membersOf("a")).containsExactly("x");
        assertThat(membersOf("b")).containsExactly("z", "y");
    }

    @Test
    void anArticleOfAnAbsorbedStoryIsNeverInNoneEvenWhereTheSurvivorComesLater() {
        apply(stories(story("a", 1, 1, 1, "x"), story("b", 1, 2, 1, "y")));

        apply(stories(merged("b", 2, 3, 2, "a")));

        assertThat(membersOf("a")).containsExactly("x", "y");
        assertThat(new StoryQueries(database.jdbi()).find("b")).isEqualTo(new FoundStory.MergedInto<>("a"));
    }

    @Test
    void aStoryThatIsBornAgainAfterItExpiredIsShown() {
        apply(stories(story("a", 4, 7, 1, "x")));
        apply(BatchOf.nothing()
                .stories(List.of(new Arrival<>(STORIES, 9, MORNING, "a", null)))
                .batch());
        assertThat(new StoryQueries(database.jdbi()).find("a")).isEqualTo(new FoundStory.Expired<>());

        apply(stories(story("a", 1, 12, 1, "x")));

        assertThat(membersOf("a")).containsExactly("x");
    }

    @Test
    void aCrashBeforeTheCommitLeavesNothingOfTheBatch() {
        Batch batch = BatchOf.nothing()
                .stories(stories(story("a", 1, 1, 1, "x")).stories())
                .refused(List.of(
                        new Rejection("api-service", "c", "m", null, null, null, null, null, null, false, MORNING)))
                .advances(List.of(new Advance(STORIES, "id", null, 5)))
                .batch();

        assertThatThrownBy(() -> readModel.apply(batch, readModel.words(batch), refused -> {
                    throw new IllegalStateException("killed");
                }))
                .hasMessage("killed");

        assertThat(readModel.positions()).isEmpty();
        assertThat(contents(database)).isEmpty();
    }

    @Test
    void theSecondOfTwoInstancesDoesNothingAgain() {
        Batch batch = advancing(null, 5, story("a", 1, 1, 1, "x"));

        assertThat(readModel.apply(batch, readModel.words(batch), ReadModelTest::nobodyRefused))
                .isEqualTo(1);
        assertThat(readModel.apply(batch, readModel.words(batch), ReadModelTest::nobodyRefused))
                .isEqualTo(-1);
        assertThat(readModel.apply(
                        advancing(5L, 6, story("a", 2, 2, 1, "x")), ArticleWords.UNREAD, ReadModelTest::nobodyRefused))
                .isEqualTo(1);

        assertThat(readModel.positions()).isEqualTo(Map.of(STORIES, new StoredPosition("id", 6)));
    }

    @Test
    void aTopicThatWasMadeAnewIsForgottenAlone() {
        apply(advancing(null, 5, story("a", 1, 100, 1, "x")));
        apply(InventedHistory.articles(Newsroom.article("x", "Title", "en", "Text.")));

        readModel.startOver(List.of(STORIES.topic()));

        assertThat(readModel.positions()).isEmpty();
        assertThat(new ArticleQueries(database.jdbi(), Texts.FULL).byId("x")).isPresent();
        apply(advancing(null, 1, story("a", 1, 1, 1, "x")));
        assertThat(membersOf("a")).containsExactly("x");
    }

    @Test
    void anArticleThatIsToldAgainAfterItWasTakenBackIsOfItsStory() {
        apply(InventedHistory.articles(Newsroom.article("x", "Title", "en", "Text.")));
        apply(stories(story("a", 1, 1, 1, "x")));
        apply(BatchOf.nothing()
                .articles(List.of(new Arrival<>(new Source("retold.articles.v1", 0), 100, MORNING, "x", null)))
                .batch());
        assertThat(membersByNumber(database)).isEmpty();

        apply(InventedHistory.articles(Newsroom.article("x", "Title", "en", "Text.")));

        assertThat(membersByNumber(database)).containsExactly("x a");
    }

    @Test
    void articlesThatNoStoryClaimsGoAfterAWhile() {
        apply(InventedHistory.articles(
                Newsroom.article("x", "Title", "en", "Text."), Newsroom.article("y", "Title", "en", "Text.")));
        apply(stories(story("a", 1, 1, 1, "x")));

        readModel.tidy(MORNING.plusSeconds(1));

        assertThat(new ArticleQueries(database.jdbi(), Texts.FULL).byId("x")).isPresent();
        assertThat(new ArticleQueries(database.jdbi(), Texts.FULL).byId("y")).isEmpty();
    }

    private static void nobodyRefused(List<Rejection> refused) {
        assertThat(refused).isEmpty();
    }

    private void apply(Batch batch) {
        readModel.apply(batch, readModel.words(batch), ReadModelTest::nobodyRefused);
    }

    private List<String> membersOf(String story) {
        return switch (new StoryQueries(database.jdbi()).find(story)) {
            case FoundStory.Here(var detail) ->
                detail.articles().stream().map(article -> article.id()).toList();
            case FoundStory.MergedInto(var survivor) -> throw new AssertionError(survivor);
            case FoundStory.Expired() -> List.of();
            case FoundStory.Unknown() -> List.of();
        };
    }

    private static List<String> membersByNumber(TestDatabase database) {
        return members(database, "m.article_number = a.number", "s.number = m.story_number");
    }

    private static List<String> membersById(TestDatabase database) {
        return members(database, "m.article_id = a.id", "s.id = m.story_id");
    }

    private static List<String> members(TestDatabase database, String ofArticle, String ofStory) {
        return database.jdbi()
                .withHandle(handle -> handle.createQuery("""
                        select concat_ws(' ', a.id, s.id) from article a join membership m on %s join story s on %s
                        order by 1
                        """.formatted(ofArticle, ofStory))
                        .mapTo(String.class)
                        .list());
    }

    private static List<String> contents(TestDatabase database) {
        return database.jdbi().withHandle(handle -> {
            List<String> rows = new ArrayList<>();
            for (String query : List.of(
                    "'story', id, version, change, article_count, merged_into) from story",
                    "'member', article_id, story_id, member ->> 'relation') from membership",
                    "'evidence', article_id, body ->> 'score') from evidence",
                    "'article', id, body ->> 'revision', words) from article",
                    "'event', id) from story_event")) {
                rows.addAll(handle.createQuery("select concat_ws(' ', " + query + " order by 1")
                        .mapTo(String.class)
                        .list());
            }
            return rows;
        });
    }

    private static Batch advancing(@Nullable Long from, long to, Story story) {
        return BatchOf.nothing()
                .stories(stories(story).stories())
                .advances(List.of(new Advance(STORIES, "id", from, to)))
                .batch();
    }

    private static Batch stories(Story... stories) {
        List<Arrival<Story>> arrivals = new ArrayList<>();
        for (Story story : stories) {
            arrivals.add(new Arrival<>(STORIES, arrivals.size(), MORNING, story.id(), story));
        }
        return BatchOf.nothing().stories(arrivals).batch();
    }
}
