package org.retold.api.rest;

import org.jspecify.annotations.Nullable;
import org.retold.api.story.StorySummary;
import org.retold.contract.StoryEvent;

/**
 * What a listener is told: something that happened to a story.
 *
 * @param story as it is now; null for one that is gone
 */
record StoryNotice(StoryEvent event, @Nullable StorySummary story) {}
