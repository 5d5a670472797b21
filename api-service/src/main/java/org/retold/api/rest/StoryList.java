package org.retold.api.rest;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.retold.api.story.StoryPage;
import org.retold.api.story.StorySummary;

/** A page of stories. */
@Schema(description = "A page of stories.")
record StoryList(
        List<StorySummary> items,

        @Schema(description = "Give this as cursor to get the next page; null on the last.", nullable = true) @Nullable
        String next) {

    static StoryList of(StoryPage page) {
        return new StoryList(
                page.items(), page.next() == null ? null : page.next().word());
    }
}
