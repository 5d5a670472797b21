package org.retold.api.story;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.retold.contract.Story;

/**
 * A publisher in a story.
 *
 * @param id its registrable host
 * @param publisher its name
 * @param articles of it in the story
 * @param first whether it told the story first, as far as dates are known
 * @param lag from the first publication to its own; absent for who was first, and where times are not known to the minute
 * @param credits its articles that credit an agency, per agency
 */
public record OutletInStory(
        String id,
        String publisher,
        int articles,
        boolean first,
        @Nullable Duration lag,
        List<Story.Count> credits) {

    public OutletInStory {
        credits = List.copyOf(credits);
    }
}
