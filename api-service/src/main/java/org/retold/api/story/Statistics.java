package org.retold.api.story;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.retold.contract.Story;

/**
 * What there is, and how fresh it is.
 *
 * @param stories all that are shown
 * @param retoldStories those with two articles or more
 * @param articles in all stories
 * @param feeds that are polled
 * @param failingFeeds of these, the ones whose last poll failed
 * @param languages stories per language of their articles, most first
 * @param lastUpdated when the newest story changed
 * @param lastArticle when the newest article was accepted
 * @param publishers all of them together, as they were counted last; absent while they never were
 * @param change number of the newest decision: start {@code updatedSince} here
 */
public record Statistics(
        long stories,
        long retoldStories,
        long articles,
        long feeds,
        long failingFeeds,
        List<Story.Count> languages,
        @Nullable Instant lastUpdated,
        @Nullable Instant lastArticle,
        @Nullable OutletTotals publishers,
        @Nullable Long change) {

    public Statistics {
        languages = List.copyOf(languages);
    }
}
