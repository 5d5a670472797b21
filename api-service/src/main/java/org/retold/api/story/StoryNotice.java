package org.retold.api.story;

import org.jspecify.annotations.Nullable;
import org.retold.contract.StoryEvent;

/**
 * What whoever wants to hear of stories is told: something that happened to one.
 *
 * @param event absent where nothing happened, and only the telling is tried
 * @param story as it is now; null for one that is gone
 */
public record StoryNotice(
        @Nullable StoryEvent event, @Nullable StorySummary story) {}
