package org.retold.dedupe.kafka;

import java.util.function.Consumer;
import org.apache.kafka.streams.processor.api.Record;
import org.retold.contract.Evidence;
import org.retold.contract.LookupAnswer;
import org.retold.contract.Rejection;
import org.retold.contract.Story;
import org.retold.contract.StoryEvent;
import org.retold.contract.Topics;
import org.retold.dedupe.story.Change;

/** Lays decisions out as records. */
final class Publication {

    private Publication() {}

    static void of(Change change, Consumer<Record<String, Outgoing<?>>> out) {
        for (Story story : change.stories()) {
            out.accept(new Outgoing<>(Topics.STORIES, story.id(), story)
                    .record(story.id() + "-" + story.version(), change.at()));
        }
        for (String storyId : change.goneStories()) {
            out.accept(new Outgoing<>(Topics.STORIES, storyId, null)
                    .record(storyId + "-gone-" + change.number(), change.at()));
        }
        for (StoryEvent event : change.events()) {
            out.accept(new Outgoing<>(Topics.STORY_EVENTS, event.storyId(), event).record(event.id(), change.at()));
        }
        for (Evidence evidence : change.evidence()) {
            out.accept(new Outgoing<>(Topics.EVIDENCE, evidence.articleId(), evidence)
                    .record(evidence.articleId() + "-" + change.number(), change.at()));
        }
        for (String articleId : change.goneEvidence()) {
            out.accept(new Outgoing<>(Topics.EVIDENCE, articleId, null)
                    .record(articleId + "-gone-" + change.number(), change.at()));
        }
    }

    static Record<String, Outgoing<?>> of(LookupAnswer answer) {
        return new Outgoing<>(Topics.LOOKUP_ANSWERS, answer.lookupId(), answer).record(answer.lookupId(), answer.at());
    }

    static Record<String, Outgoing<?>> of(Rejection rejection) {
        String key = rejection.key() == null ? rejection.where() : rejection.key();
        return new Outgoing<>(Topics.REJECTIONS, key, rejection)
                .record(
                        "%s-%d-%d".formatted(rejection.topic(), rejection.partition(), rejection.offset()),
                        rejection.at());
    }
}
