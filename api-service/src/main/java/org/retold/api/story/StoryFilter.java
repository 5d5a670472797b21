package org.retold.api.story;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Which stories are meant; conditions combine, absent ones do not count.
 *
 * @param since updated then or later
 * @param until updated before
 * @param updatedSince changed by a later decision than this one
 * @param language one of the articles is in it
 * @param publisher one of the articles is by it: name or host
 * @param agency the one that most articles credit
 * @param text one of the articles says this
 * @param minArticles has at least so many articles, 1 or more
 */
public record StoryFilter(
        @Nullable Instant since,
        @Nullable Instant until,
        @Nullable Long updatedSince,
        @Nullable String language,
        @Nullable String publisher,
        @Nullable String agency,
        @Nullable String text,
        int minArticles) {

    /** All stories. */
    public static final StoryFilter ALL = new StoryFilter(null, null, null, null, null, null, null, 1);

    public StoryFilter {
        if (minArticles < 1) {
            throw new IllegalArgumentException("minArticles is %d, less than 1".formatted(minArticles));
        }
    }
}
