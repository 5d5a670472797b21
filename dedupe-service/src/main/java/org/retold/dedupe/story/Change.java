package org.retold.dedupe.story;

import java.time.Instant;
import java.util.List;
import org.retold.contract.Evidence;
import org.retold.contract.Story;
import org.retold.contract.StoryEvent;

/**
 * All that one decision makes known, to be published in one transaction.
 *
 * @param stories new snapshots
 * @param goneStories ids of stories that are no more
 * @param goneEvidence ids of articles whose evidence is no more
 */
public record Change(
        long number,
        Instant at,
        List<Story> stories,
        List<String> goneStories,
        List<StoryEvent> events,
        List<Evidence> evidence,
        List<String> goneEvidence) {

    public Change {
        stories = List.copyOf(stories);
        goneStories = List.copyOf(goneStories);
        events = List.copyOf(events);
        evidence = List.copyOf(evidence);
        goneEvidence = List.copyOf(goneEvidence);
    }
}
