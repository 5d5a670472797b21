package org.retold.api.postgres;

import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.retold.contract.Topics;

/** Empties what one topic has filled. */
final class Forgetting {

    private static final Map<String, List<String>> FILLED_BY = Map.of(
            Topics.TAKEDOWNS.name(), List.of("takedown"),
            Topics.REMOVALS.name(), List.of("taken_down"),
            Topics.ARTICLES.name(), List.of("article"),
            Topics.EVIDENCE.name(), List.of("evidence"),
            Topics.STORIES.name(), List.of("story", "membership", "story_expiry"),
            Topics.STORY_EVENTS.name(), List.of("story_event"),
            Topics.FEEDS.name(), List.of("feed"),
            Topics.CORRECTIONS.name(), List.of("correction"));

    private Forgetting() {}

    static void of(Handle handle, String topic) {
        if (topic.equals(Topics.STORY_EVENTS.name())) {
            Outbox.startOver(handle);
        }
        FILLED_BY.getOrDefault(topic, List.of()).forEach(table -> handle.execute("delete from " + table));
        handle.execute("delete from reader_position where topic = ?", topic);
    }
}
