package org.retold.api.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.retold.api.Newsroom.MORNING;
import static org.retold.api.Newsroom.article;
import static org.retold.api.Newsroom.member;
import static org.retold.api.Newsroom.merged;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.retold.api.Newsroom;
import org.retold.api.arrival.Arrival;
import org.retold.api.arrival.Batch;
import org.retold.api.arrival.BatchOf;
import org.retold.api.arrival.Source;
import org.retold.api.story.Asked;
import org.retold.api.story.Cursor;
import org.retold.api.story.StoryPage;
import org.retold.api.story.StoryQuery;
import org.retold.api.story.StoryQueryReader;
import org.retold.api.story.StorySummary;
import org.retold.contract.Article;
import org.retold.contract.Relation;
import org.retold.contract.Story;

/** A walk over {@code sort=first} while the stories it goes over change. */
@Tag("containers")
final class StoryWalkTest {

    private static final int STORIES = 20;

    private final TestDatabase database = TestDatabase.fresh();
    private final ReadModel readModel =
            new ReadModel(database.migrations(), database.jdbi(), InstantSource.fixed(MORNING));
    private long change;

    @BeforeEach
    void twentyStories() {
        readModel.migrate();
        apply(IntStream.range(0, STORIES)
                .mapToObj(n -> article("x" + n, "Title", "en", "Cranes stand still."))
                .toArray(Article[]::new));
        for (int n = 0; n < STORIES; n++) {
            tell(n, n);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "cranes", "cranes still"})
    void seesWhoeverWasThereAllAlongOnceWhateverHappensMeanwhile(String text) {
        List<String> seen = new ArrayList<>();

        Cursor next = page(text, null, seen);
        assertThat(seen).containsExactly("s19", "s18", "s17", "s16", "s15");
        // Seen ones become older than all, and unseen ones newer than all.
        tell(19, -1);
        tell(18, 7);
        tell(13, 30);
        tell(2, 31);
        next = page(text, next, seen);
        assertThat(seen.subList(5, 10)).containsExactly("s14", "s13", "s12", "s11", "s10");
        // Back and forth, one is absorbed that was not seen yet, two come, and one of the end that was seen goes and
        // comes again.
        tell(19, 40);
        tell(13, 3);
        tell(9, 12);
        tell(8, 0);
        apply(merged("s7", 2, ++change, 1, "s5"));
        apply(
                article("x50", "Title", "en", "Cranes stand still."),
                article("x51", "Title", "en", "Cranes stand still."));
        tell(50, 50);
        tell(51, 4);
        expire("s16");
        tell(16, 1);
        while (next != null) {
            next = page(text, next, seen);
        }

        assertThat(seen)
                .doesNotHaveDuplicates()
                .containsAll(IntStream.range(0, STORIES)
                        .filter(n -> n != 7)
                        .mapToObj(n -> "s" + n)
                        .toList())
                .contains("s51")
                .doesNotContain("s7", "s50");
    }

    @Test
    void aStoryKeepsItsPlaceWhenAnOlderVersionPutsIt() {
        database.jdbi().useHandle(handle -> {
            handle.execute("""
                    insert into story (id, version, change, headline, languages, first_published, last_published, updated,
                        article_count, publisher_count, publisher_keys)
                    values ('old', 1, 1, 'Headline', '{}', ?, now(), now(), 1, 1, '{}')
                    """, Columns.time(published(10).plusSeconds(1)));
            handle.execute("update story set first_published = first_published - interval '1 year' where id = 'old'");
            handle.execute("update story set first_published = first_published + interval '3 years' where id = 'old'");
        });

        List<String> seen = new ArrayList<>();
        Cursor next = page("", null, seen);
        while (next != null) {
            next = page("", next, seen);
        }

        assertThat(seen).containsSubsequence("s11", "old", "s10").hasSize(STORIES + 1);
    }

    /** Its first article was published so many hours after the first story's was, as is known now. */
    private void tell(int number, int hours) {
        change++;
        Story made = Newsroom.story(
                "s" + number,
                change,
                change,
                1,
                "Headline",
                List.of(member("x" + number, number, Relation.ORIGINAL)),
                null);
        apply(new Story(
                made.id(),
                made.version(),
                made.change(),
                made.changeSize(),
                made.headline(),
                made.languages(),
                made.agency(),
                published(hours),
                published(100),
                made.updated(),
                made.origin(),
                made.articleCount(),
                made.publishers(),
                made.languageCounts(),
                made.articles(),
                made.mergedFrom(),
                made.mergedInto()));
    }

    private static Instant published(int hours) {
        return MORNING.plus(Duration.ofHours(hours));
    }

    private @Nullable Cursor page(String text, @Nullable Cursor after, List<String> seen) {
        Map<String, List<String>> parameters = Map.of("sort", List.of("first"), "q", List.of(text));
        StoryQuery query = switch (new StoryQueryReader(1, 5).read(parameters)) {
            case Asked.Understood<StoryQuery>(StoryQuery first) ->
                new StoryQuery(first.filter(), first.sort(), first.limit(), after);
            case Asked.NotUnderstood<StoryQuery>(var problems) -> throw new AssertionError(problems);
        };
        StoryPage page = new StoryQueries(database.jdbi()).list(query);
        assertThat(new StoryQueries(database.jdbi()).listShown(query).next()).isEqualTo(page.next());
        page.items().stream().map(StorySummary::id).forEach(seen::add);
        return page.next();
    }

    private void expire(String story) {
        apply(List.of(), List.of(new Arrival<>(new Source("topic", 0), ++change, MORNING, story, null)));
    }

    private void apply(Story story) {
        apply(List.of(), List.of(new Arrival<>(new Source("topic", 0), change, MORNING, story.id(), story)));
    }

    private void apply(Article... articles) {
        apply(
                Arrays.stream(articles)
                        .map(article -> new Arrival<>(new Source("topic", 0), ++change, MORNING, article.id(), article))
                        .toList(),
                List.of());
    }

    private void apply(List<Arrival<Article>> articles, List<Arrival<Story>> stories) {
        Batch batch = BatchOf.nothing().articles(articles).stories(stories).batch();
        TestDatabase.apply(batch, readModel);
    }
}
