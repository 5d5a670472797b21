package org.retold.local.tail;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What is needed of the stories to tell of them: events, evidence and articles name each other by id only. Forgets the
 * stories that were heard of least lately.
 */
public final class KnownStories {

    private static final String STORIES = "stories";

    private final int most;
    private final LinkedHashMap<String, Known> stories = new LinkedHashMap<>(16, 0.75f, true);
    private final Map<String, String> storyByArticle = new HashMap<>();

    /** @param most how many stories are remembered */
    public KnownStories(int most) {
        this.most = most;
    }

    /**
     * A story as its newest snapshot has it.
     *
     * @param agency empty where none is credited
     * @param mergedInto empty unless it was absorbed
     * @param members by article id
     * @param counts number of articles by version, of the versions that were seen
     */
    record Known(
            String id,
            long version,
            String headline,
            String agency,
            String mergedInto,
            Map<String, Member> members,
            Map<Long, Integer> counts) {}

    /** An article of a story. */
    record Member(String publisher, String relation, double score) {}

    /** Takes in what a record says about a story; a tombstone leaves what is known, for the words about its end. */
    public void note(TopicRecord record) {
        if (!record.shortTopic().equals(STORIES) || !record.value().isObject()) {
            return;
        }
        JsonNode story = record.value();
        String id = story.path("id").asText();
        long version = story.path("version").asLong();
        Known before = stories.get(id);
        Map<Long, Integer> counts = before == null ? new HashMap<>() : before.counts();
        counts.put(version, story.path("articleCount").asInt());
        if (before != null && before.version() >= version) {
            return;
        }
        Map<String, Member> members = new HashMap<>();
        for (JsonNode article : story.path("articles")) {
            members.put(
                    article.path("id").asText(),
                    new Member(
                            article.path("publisher").path("name").asText(),
                            article.path("relation").asText(),
                            article.path("score").asDouble()));
        }
        if (before != null) {
            // An article that has left is still told of by its name.
            before.members().forEach(members::putIfAbsent);
        }
        stories.put(
                id,
                new Known(
                        id,
                        version,
                        story.path("headline").asText(),
                        story.path("agency").asText(""),
                        story.path("mergedInto").asText(""),
                        members,
                        counts));
        story.path("articles")
                .forEach(article -> storyByArticle.put(article.path("id").asText(), id));
        forgetEldest();
    }

    Optional<Known> story(String id) {
        return Optional.ofNullable(stories.get(id));
    }

    /** The id of the story that an article was last seen in. */
    Optional<String> storyOf(String articleId) {
        return Optional.ofNullable(storyByArticle.get(articleId));
    }

    private void forgetEldest() {
        while (stories.size() > most) {
            Known eldest = stories.pollFirstEntry().getValue();
            eldest.members().keySet().forEach(article -> storyByArticle.remove(article, eldest.id()));
        }
    }
}
