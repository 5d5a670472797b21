package org.retold.api.story;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.retold.contract.Story;

/**
 * A story with its articles.
 *
 * @param articleCount of all; {@code articles} lists the first thousand
 * @param origin who broke it, and why we think so
 * @param outlets the publishers of the listed articles, by first publication
 * @param articles by arrival
 * @param mergedInto the older story that absorbed this one
 */
public record StoryDetail(
        String id,
        long version,
        long change,
        String headline,
        List<String> languages,
        Instant firstPublished,
        Instant lastPublished,
        Instant updated,
        int articleCount,
        int publisherCount,
        @Nullable String agency,
        Story.@Nullable Origin origin,
        List<OutletInStory> outlets,
        List<ArticleInStory> articles,
        @Nullable String mergedInto) {

    public StoryDetail {
        languages = List.copyOf(languages);
        outlets = List.copyOf(outlets);
        articles = List.copyOf(articles);
    }

    /** The story as a list has it, with what only its own page tells. */
    public static StoryDetail of(
            StorySummary story,
            Story.@Nullable Origin origin,
            List<OutletInStory> outlets,
            List<ArticleInStory> articles) {
        return new StoryDetail(
                story.id(),
                story.version(),
                story.change(),
                story.headline(),
                story.languages(),
                story.firstPublished(),
                story.lastPublished(),
                story.updated(),
                story.articleCount(),
                story.publisherCount(),
                story.agency(),
                origin,
                outlets,
                articles,
                null);
    }

    /** As a list has it. */
    public StorySummary summary() {
        return new StorySummary(
                id,
                version,
                change,
                headline,
                languages,
                firstPublished,
                lastPublished,
                updated,
                articleCount,
                publisherCount,
                agency);
    }
}
