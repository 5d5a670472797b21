package org.retold.contract;

import static org.apache.kafka.common.serialization.Serdes.String;

import java.time.Duration;
import java.util.List;
import org.retold.contract.Topic.Retention;
import org.retold.contract.Topic.Retention.Compacted;
import org.retold.contract.Topic.Retention.CompactedWithin;
import org.retold.contract.Topic.Retention.DeletedAfter;

/** Every topic that crosses a service boundary, in the order the data flows through them. */
public final class Topics {

    private static final int MEBIBYTE = 1024 * 1024;

    /** What a newer snapshot replaced may tell of an article that was taken down since. */
    private static final Retention NEWEST_ONLY = new CompactedWithin(Duration.ofMinutes(30));

    /** Written by ingest-service; key: article key, so that the revisions of one article stay in order. */
    public static final Topic<String, Item> ITEMS = topic("items", "item", Item.class, 12, days(7), 2 * MEBIBYTE);

    /**
     * Written by normalize-service; key: {@link ArticleRecordKey}, another one for each record. Its offsets are the arrival
     * order of the world; a tombstone means that this article was taken down.
     */
    public static final Topic<String, Article> ARTICLES =
            topic("articles", "article", Article.class, 1, days(180), 2 * MEBIBYTE);

    /** Written by dedupe-service; key: story id; a tombstone means that the story expired. */
    public static final Topic<String, Story> STORIES =
            topic("stories", "story", Story.class, 1, NEWEST_ONLY, 2 * MEBIBYTE);

    /** Written by dedupe-service; key: story id. */
    public static final Topic<String, StoryEvent> STORY_EVENTS =
            topic("story-events", "story-event", StoryEvent.class, 1, days(30), MEBIBYTE);

    /** Written by dedupe-service; key: article id; a tombstone means that the article expired or was taken down. */
    public static final Topic<String, Evidence> EVIDENCE =
            topic("evidence", "evidence", Evidence.class, 1, NEWEST_ONLY, MEBIBYTE);

    /** Written by api-service for operators, read by dedupe-service; key: correction id. */
    public static final Topic<String, Correction> CORRECTIONS =
            topic("corrections", "correction", Correction.class, 1, new Compacted(), MEBIBYTE);

    /** Written by ingest-service; key: feed id; a tombstone means that the feed was removed. */
    public static final Topic<String, FeedStatus> FEEDS =
            topic("feeds", "feed-status", FeedStatus.class, 1, new Compacted(), MEBIBYTE);

    /** Written by ingest-service for operators; key: takedown id; a tombstone means that it was lifted. */
    public static final Topic<String, Takedown> TAKEDOWNS =
            topic("takedowns", "takedown", Takedown.class, 1, new Compacted(), MEBIBYTE);

    /** Written by normalize-service; key: takedown id; a tombstone means that the takedown was lifted. */
    public static final Topic<String, Removal> REMOVALS =
            topic("removals", "removal", Removal.class, 1, new Compacted(), MEBIBYTE);

    /** Written by api-service; key: look-up id. */
    public static final Topic<String, Lookup> LOOKUPS =
            topic("lookups", "lookup", Lookup.class, 4, new DeletedAfter(Duration.ofHours(1)), 2 * MEBIBYTE);

    /** Written by dedupe-service; key: look-up id. */
    public static final Topic<String, LookupAnswer> LOOKUP_ANSWERS = topic(
            "lookup-answers", "lookup-answer", LookupAnswer.class, 1, new DeletedAfter(Duration.ofHours(1)), MEBIBYTE);

    /** Written by every service that refuses a record; key: the key of what was refused. */
    public static final Topic<String, Rejection> REJECTIONS =
            topic("rejections", "rejection", Rejection.class, 1, days(30), MEBIBYTE);

    /** All of them. */
    public static final List<Topic<String, ?>> ALL = List.of(
            ITEMS,
            ARTICLES,
            STORIES,
            STORY_EVENTS,
            EVIDENCE,
            CORRECTIONS,
            FEEDS,
            TAKEDOWNS,
            REMOVALS,
            LOOKUPS,
            LOOKUP_ANSWERS,
            REJECTIONS);

    private Topics() {}

    private static Retention days(int days) {
        return new DeletedAfter(Duration.ofDays(days));
    }

    private static <V> Topic<String, V> topic(
            String name, String type, Class<V> value, int partitions, Retention retention, int maxRecordBytes) {
        return new Topic<>(
                "retold." + name + ".v1",
                "org.retold." + type + ".v1",
                String(),
                Json.serde(value),
                partitions,
                retention,
                maxRecordBytes);
    }
}
