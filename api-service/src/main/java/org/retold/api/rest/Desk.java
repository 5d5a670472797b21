package org.retold.api.rest;

import jakarta.inject.Singleton;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.retold.api.correction.Merge;
import org.retold.api.correction.Ruling;
import org.retold.api.correction.Split;
import org.retold.api.kafka.CorrectionWriter;
import org.retold.api.postgres.CorrectionQueries;
import org.retold.api.postgres.StoryQueries;
import org.retold.api.story.FoundStory;
import org.retold.api.story.StoryDetail;
import org.retold.contract.Correction;

/**
 * Where operators' words are taken: checked against the stories as they are shown, written to the topic. Who says the
 * same again, because the answer was lost, gets the same answer.
 */
@Singleton
final class Desk {

    private final StoryQueries stories;
    private final CorrectionQueries corrections;
    private final CorrectionWriter writer;
    private final InstantSource clock;

    Desk(StoryQueries stories, CorrectionQueries corrections, CorrectionWriter writer, InstantSource clock) {
        this.stories = stories;
        this.corrections = corrections;
        this.writer = writer;
        this.clock = clock;
    }

    Instant now() {
        return clock.instant();
    }

    /** @throws Refusal when the story is not as the operator thinks */
    GivenCorrections split(StoryDetail story, Split split) {
        return take(split.of(story));
    }

    /** @throws Refusal when one of the stories is not there, or they are one already */
    GivenCorrections merge(Merge merge) {
        List<StoryDetail> found = new ArrayList<>();
        for (String id : merge.storyIds()) {
            found.add(survivor(id));
        }
        return take(merge.of(found));
    }

    /** @throws Refusal when it is not in force */
    GivenCorrections given(String id) {
        List<Correction> inForce = corrections.of(id);
        if (inForce.isEmpty()) {
            throw new Refusal(Response.Status.NOT_FOUND, "There is no such correction in force.");
        }
        return new GivenCorrections(id, inForce);
    }

    /** @throws Refusal when it is not in force */
    GivenCorrections withdraw(String id) {
        GivenCorrections given = given(id);
        writer.withdraw(given.items().stream().map(Correction::id).toList(), now());
        return given;
    }

    private GivenCorrections take(Ruling ruling) {
        return switch (ruling) {
            case Ruling.Given(String id, List<Correction> given) -> {
                writer.say(given);
                yield new GivenCorrections(id, given);
            }
            case Ruling.Refused(String id, String reason) -> {
                List<Correction> saidBefore = corrections.of(id);
                if (saidBefore.isEmpty()) {
                    throw new Refusal(Refusal.Status.UNPROCESSABLE_CONTENT, reason);
                }
                yield new GivenCorrections(id, saidBefore);
            }
        };
    }

    private StoryDetail survivor(String id) {
        return switch (stories.find(id)) {
            case FoundStory.Here(StoryDetail story) -> story;
            case FoundStory.MergedInto(String survivor) -> survivor(survivor);
            case FoundStory.Expired() -> throw new Refusal(Response.Status.GONE, "Story %s has expired.".formatted(id));
            case FoundStory.Unknown() ->
                throw new Refusal(Response.Status.NOT_FOUND, "There is no story %s.".formatted(id));
        };
    }
}
