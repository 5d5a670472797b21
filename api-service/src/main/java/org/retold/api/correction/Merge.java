package org.retold.api.correction;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.retold.api.story.ArticleInStory;
import org.retold.api.story.StoryDetail;
import org.retold.contract.Correction;

/**
 * An operator's word that several stories are one.
 *
 * @param storyIds as the operator named them, 2 to {@link #MOST}
 */
public record Merge(Set<String> storyIds, Word word) {

    /** So many stories are merged at once. */
    public static final int MOST = 10;

    /** What a correction names takes the story writer time that grows with the square of it. */
    private static final int MOST_ARTICLES = 100;

    public Merge {
        storyIds = Set.copyOf(storyIds);
        if (storyIds.size() < 2 || storyIds.size() > MOST) {
            throw new IllegalArgumentException("2 to %d stories are merged, not %d".formatted(MOST, storyIds.size()));
        }
    }

    /**
     * What follows for these stories, as they are now: their articles, the earliest of each story where these are many,
     * are bound together.
     */
    public Ruling of(List<StoryDetail> stories) {
        String id = RulingId.of("merge", storyIds);
        Collection<StoryDetail> different = stories.stream()
                .collect(Collectors.toMap(StoryDetail::id, story -> story, (first, again) -> first, TreeMap::new))
                .values();
        if (different.size() < 2) {
            return new Ruling.Refused(id, "These are one story already.");
        }
        List<String> articles = different.stream()
                .flatMap(story -> story.articles().stream().limit(MOST_ARTICLES / different.size()))
                .map(ArticleInStory::id)
                .toList();
        return new Ruling.Given(
                id,
                List.of(new Correction(id, Correction.Kind.TOGETHER, articles, word.by(), word.at(), word.reason())));
    }
}
