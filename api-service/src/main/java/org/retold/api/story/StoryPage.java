package org.retold.api.story;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page of stories.
 *
 * @param next where the list goes on; absent on the last page
 */
public record StoryPage(List<StorySummary> items, @Nullable Cursor next) {

    public StoryPage {
        items = List.copyOf(items);
    }
}
