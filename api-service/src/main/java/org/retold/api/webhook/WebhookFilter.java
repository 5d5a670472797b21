package org.retold.api.webhook;

import org.jspecify.annotations.Nullable;
import org.retold.api.story.StoryFilter;

/**
 * Of which stories a webhook is told, in the words of the list of stories; absent conditions do not count.
 *
 * @param language one of the articles is in it
 * @param publisher one of the articles is by it: name or host
 * @param agency the one that most articles credit
 * @param q one of the articles says this
 * @param minArticles has at least so many articles, 1 or more
 */
public record WebhookFilter(
        @Nullable String language,
        @Nullable String publisher,
        @Nullable String agency,
        @Nullable String q,
        @Nullable Integer minArticles) {

    /** All stories. */
    public static final WebhookFilter ALL = new WebhookFilter(null, null, null, null, null);

    public WebhookFilter {
        if (minArticles != null && minArticles < 1) {
            throw new IllegalArgumentException("minArticles is %d, less than 1".formatted(minArticles));
        }
    }

    /** The same as the list of stories has it. */
    public StoryFilter stories() {
        return new StoryFilter(null, null, null, language, publisher, agency, q, minArticles == null ? 1 : minArticles);
    }
}
