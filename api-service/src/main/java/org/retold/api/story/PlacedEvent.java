package org.retold.api.story;

import org.jspecify.annotations.Nullable;
import org.retold.contract.StoryEvent;

/**
 * Something that happened to a story, at its place among all events.
 *
 * @param position its offset in the events topic: later events have greater ones, and it is the same after any restart
 * @param story as it is shown now, with this event or later ones in it; absent for a story that is gone
 * @param alone the story is gone, and never had a second article, as far as its events are kept
 */
public record PlacedEvent(
        long position, StoryEvent event, @Nullable StorySummary story, boolean alone) {

    public PlacedEvent {
        if (position < 0) {
            throw new IllegalArgumentException("position is %d".formatted(position));
        }
    }
}
