package org.retold.api.rest;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.retold.api.story.StorySummary;

/** A page of stories, for the description: {@link org.retold.api.story.ShownPage} makes it. */
@Schema(description = "A page of stories.")
record StoryList(
        List<StorySummary> items,

        @Schema(description = "Give this as cursor to get the next page; null on the last.", nullable = true) @Nullable
        String next) {}
