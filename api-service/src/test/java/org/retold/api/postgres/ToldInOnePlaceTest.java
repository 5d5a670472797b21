package org.retold.api.postgres;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.retold.api.Newsroom.MORNING;

import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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
import org.retold.api.story.FoundStory;
import org.retold.api.story.StableJson;
import org.retold.api.story.StoryDetail;
import org.retold.contract.Article;
import org.retold.contract.Evidence;

/** What a story shows of an article is what the tables of articles and of evidence say, whatever came first. */
@Tag("containers")
final class ToldInOnePlaceTest {

    private static final Map<Character, Batch> BATCHES = Map.of(
            'a',
            batch(List.of(article("x", 1), article("y", 2)), List.of()),
            'e',
            batch(List.of(), List.of(evidence(3, Newsroom.evidence("y", "x", "s")))),
            's',
            BatchOf.nothing()
                    .stories(List.of(arrival(4, "s", Newsroom.story("s", 2, 2, 1, "x", "y"))))
                    .batch());

    private final TestDatabase database = TestDatabase.fresh();
    private final StoryQueries stories = new StoryQueries(database.jdbi());
    private final ReadModel readModel =
            new ReadModel(database.migrations(), database.jdbi(), InstantSource.fixed(MORNING));

    @BeforeEach
    void migrated() {
        readModel.migrate();
    }

    @ParameterizedTest
    @ValueSource(strings = {"aes", "ase", "eas", "esa", "sae", "sea"})
    void whateverComesFirst(String order) {
        order.chars().forEach(batch -> apply(Objects.requireNonNull(BATCHES.get((char) batch))));

        assertThat(shown()).contains("\"otherArticleId\":\"x\"").contains("Reuters");
        assertThat(shown()).isEqualTo(made());
    }

    @Test
    void whatIsSaidAnewIsShown() {
        whateverComesFirst("aes");

        apply(batch(List.of(credited("x", 5, "AFP")), List.of(evidence(6, Newsroom.evidence("y", "z", "s")))));

        assertThat(shown()).contains("\"otherArticleId\":\"z\"").contains("AFP");
        assertThat(shown()).isEqualTo(made());
    }

    @Test
    void whatIsSaidNoMoreIsShownNoMore() {
        whateverComesFirst("aes");

        apply(batch(List.of(arrival(5, "x", null), arrival(6, "y", null)), List.of(arrival(7, "y", (Evidence) null))));

        assertThat(shown()).doesNotContain("otherArticleId");
        assertThat(shown()).isEqualTo(made());
    }

    private void apply(Batch batch) {
        TestDatabase.apply(batch, readModel);
    }

    private String shown() {
        return new String(here(stories.findShown("s")), UTF_8);
    }

    private String made() {
        StoryDetail detail = here(stories.find("s"));
        return StableJson.text(detail);
    }

    private static <T> T here(FoundStory<T> found) {
        if (found instanceof FoundStory.Here<T>(T story)) {
            return story;
        }
        throw new AssertionError(found);
    }

    private static Batch batch(List<Arrival<Article>> articles, List<Arrival<Evidence>> evidence) {
        return BatchOf.nothing().articles(articles).evidence(evidence).batch();
    }

    private static Arrival<Article> article(String id, long offset) {
        return arrival(offset, id, Newsroom.article(id, "Title of " + id, "en", "The crane fell."));
    }

    private static Arrival<Article> credited(String id, long offset, String agency) {
        return arrival(
                offset, id, Newsroom.crediting(agency, article(id, offset).told()));
    }

    private static Arrival<Evidence> evidence(long offset, Evidence why) {
        return arrival(offset, why.articleId(), why);
    }

    private static <V> Arrival<V> arrival(long offset, String key, @Nullable V value) {
        return new Arrival<>(new Source("topic", 0), offset, MORNING, key, value);
    }
}
