package org.retold.api.story;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.retold.contract.Story;

/**
 * All publishers together.
 *
 * @param asOf when they were counted
 * @param publishers with an article in a story
 * @param stories that they told
 * @param retoldStories of these, told by two publishers or more
 * @param lagMedian from a story's first publication to that of a publisher that retold it, in half of all cases not more
 * @param lagSlow the same for nine of ten
 * @param credits articles that credit an agency, per agency, at most ten
 */
public record OutletTotals(
        Instant asOf,
        int publishers,
        int stories,
        int retoldStories,
        @Nullable Duration lagMedian,
        @Nullable Duration lagSlow,
        List<Story.Count> credits) {

    public OutletTotals {
        credits = List.copyOf(credits);
    }
}
