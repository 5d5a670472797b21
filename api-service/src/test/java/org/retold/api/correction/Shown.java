package org.retold.api.correction;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.retold.api.Newsroom;
import org.retold.api.story.ArticleInStory;
import org.retold.api.story.StoryDetail;
import org.retold.contract.Relation;
import org.retold.contract.Story;

/** Stories as they are shown. */
final class Shown {

    private Shown() {}

    static StoryDetail story(String id, String... articleIds) {
        return story(id, articleIds.length, Arrays.asList(articleIds));
    }

    /** Articles {@code id1} to {@code idN}. */
    static StoryDetail large(String id, int articles) {
        return story(
                id,
                articles,
                IntStream.rangeClosed(1, articles).mapToObj(i -> id + i).toList());
    }

    /** @param count of all articles, also those that are not listed */
    static StoryDetail story(String id, int count, List<String> articleIds) {
        return new StoryDetail(
                id,
                1,
                1,
                "Headline",
                List.of("en"),
                Newsroom.MORNING,
                Newsroom.MORNING,
                Newsroom.MORNING,
                count,
                count,
                null,
                new Story.Origin("Reuters", null, List.of(), null, "Most of the articles credit it."),
                List.of(),
                articleIds.stream().map(Shown::article).toList(),
                null);
    }

    private static ArticleInStory article(String id) {
        return new ArticleInStory(
                id, null, "https://example.org/" + id, "Title", "P", "en", null, Relation.COPY, null, null);
    }
}
