package org.retold.api.postgres;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.retold.api.Newsroom.MORNING;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.retold.api.arrival.Batch;
import org.retold.api.story.Asked;
import org.retold.api.story.Cursor;
import org.retold.api.story.FoundStory;
import org.retold.api.story.StableJson;
import org.retold.api.story.StoryDetail;
import org.retold.api.story.StoryPage;
import org.retold.api.story.StoryQuery;
import org.retold.api.story.StoryQueryReader;
import org.retold.api.story.StorySummary;

/** What is kept for answers is what answers would be made of. */
@Tag("containers")
final class ShownTest {

    private final TestDatabase database = TestDatabase.fresh();
    private final StoryQueries stories = new StoryQueries(database.jdbi());

    @BeforeEach
    void manyThingsHappen() {
        ReadModel readModel = new ReadModel(database.migrations(), database.jdbi(), InstantSource.fixed(MORNING));
        readModel.migrate();
        List<Batch> history = InventedHistory.of(new Random(11), 120);
        for (int i = 0; i < history.size(); i += 7) {
            readModel.apply(
                    InventedHistory.together(history.subList(i, Math.min(history.size(), i + 7))),
                    ArticleWords.UNREAD,
                    refused -> assertThat(refused).isEmpty());
        }
    }

    @Test
    void pagesAndStoriesAreShownAsTheyWouldBeMade() throws IOException {
        List<StorySummary> all = pagesAreShownAsMade();

        assertThat(all).hasSizeGreaterThan(10);
        assertThat(storiesAreShownAsMade(all)).isGreaterThan(5);
    }

    @Test
    void rowsOfAnEarlierVersionAreShownTheSame() throws IOException {
        List<String> before = shown(pagesAreShownAsMade());
        database.jdbi().useHandle(handle -> {
            handle.execute("update story set shown = null");
            handle.execute("update membership set shown = null, whole = false");
        });

        List<StorySummary> all = pagesAreShownAsMade();

        assertThat(shown(all)).isEqualTo(before);
        assertThat(storiesAreShownAsMade(all)).isGreaterThan(5);
    }

    private List<StorySummary> pagesAreShownAsMade() throws IOException {
        List<StorySummary> all = new ArrayList<>();
        for (String sort : List.of("updated", "first", "size")) {
            all.clear();
            Cursor cursor = null;
            do {
                StoryQuery query = query(sort, cursor);
                StoryPage page = stories.list(query);
                JsonNode answer =
                        new ObjectMapper().readTree(stories.listShown(query).json());
                assertThat(answer.size()).isEqualTo(2);
                assertThat(answer.get("items").toString()).isEqualTo(StableJson.text(page.items()));
                cursor = page.next();
                assertThat(answer.get("next").textValue()).isEqualTo(cursor == null ? null : cursor.word());
                all.addAll(page.items());
            } while (cursor != null);
        }
        return all;
    }

    private static StoryQuery query(String sort, @Nullable Cursor cursor) {
        Map<String, List<String>> parameters = cursor == null
                ? Map.of("sort", List.of(sort))
                : Map.of("sort", List.of(sort), "cursor", List.of(cursor.word()));
        return switch (new StoryQueryReader(1, 5).read(parameters)) {
            case Asked.Understood<StoryQuery>(StoryQuery query) -> query;
            case Asked.NotUnderstood<StoryQuery>(var problems) -> throw new AssertionError(problems);
        };
    }

    /** @return how many articles with evidence there were */
    private int storiesAreShownAsMade(List<StorySummary> all) {
        int evidence = 0;
        for (StorySummary summary : all) {
            StoryDetail detail = here(stories.find(summary.id()));
            assertThat(new String(here(stories.findShown(summary.id())), UTF_8)).isEqualTo(StableJson.text(detail));
            evidence += (int) detail.articles().stream()
                    .filter(article -> article.evidence() != null)
                    .count();
        }
        return evidence;
    }

    private List<String> shown(List<StorySummary> all) {
        return all.stream()
                .map(story -> new String(here(stories.findShown(story.id())), UTF_8))
                .toList();
    }

    private static <T> T here(FoundStory<T> found) {
        if (found instanceof FoundStory.Here<T>(T story)) {
            return story;
        }
        throw new AssertionError(found);
    }
}
