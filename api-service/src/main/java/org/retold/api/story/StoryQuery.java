package org.retold.api.story;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A page of a list of stories.
 *
 * @param limit at most so many stories, 1 to {@link #MAX_LIMIT}
 * @param after where the page before ended; absent for the first
 */
public record StoryQuery(
        StoryFilter filter, Sort sort, int limit, @Nullable Cursor after) {

    public static final int MAX_LIMIT = 200;
    public static final int DEFAULT_LIMIT = 50;

    public StoryQuery {
        if (limit < 1 || limit > MAX_LIMIT) {
            throw new IllegalArgumentException("limit is %d, not within 1 and %d".formatted(limit, MAX_LIMIT));
        }
        if (after != null && !after.continues(sort, filter)) {
            throw new IllegalArgumentException("the cursor belongs to another list");
        }
    }

    /**
     * Where the list goes on after this story.
     *
     * @param firstKnown when it was first published, as was known when it came
     */
    public Cursor after(StorySummary last, Instant firstKnown) {
        return Cursor.after(last, firstKnown, sort, filter);
    }
}
