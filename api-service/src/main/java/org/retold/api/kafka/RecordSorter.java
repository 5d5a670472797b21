package org.retold.api.kafka;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import org.retold.api.arrival.Arrival;
import org.retold.api.arrival.Source;
import org.retold.contract.Article;
import org.retold.contract.ArticleRecordKey;
import org.retold.contract.CloudEvents;
import org.retold.contract.Correction;
import org.retold.contract.Evidence;
import org.retold.contract.FeedStatus;
import org.retold.contract.Rejection;
import org.retold.contract.Removal;
import org.retold.contract.Story;
import org.retold.contract.StoryEvent;
import org.retold.contract.Takedown;
import org.retold.contract.Topic;
import org.retold.contract.Topics;

/** Sorts the records of a poll by what they tell; those that tell nothing readable become rejections. */
final class RecordSorter {

    static final String SERVICE = "api-service";

    private final InstantSource clock;
    final List<Arrival<Takedown>> takedowns = new ArrayList<>();
    final List<Arrival<Removal>> removals = new ArrayList<>();
    final List<Arrival<Article>> articles = new ArrayList<>();
    final List<Arrival<Evidence>> evidence = new ArrayList<>();
    final List<Arrival<Story>> stories = new ArrayList<>();
    final List<Arrival<StoryEvent>> events = new ArrayList<>();
    final List<Arrival<FeedStatus>> feeds = new ArrayList<>();
    final List<Arrival<Correction>> corrections = new ArrayList<>();
    final List<Rejection> refused = new ArrayList<>();

    RecordSorter(InstantSource clock) {
        this.clock = clock;
    }

    void add(ConsumerRecord<byte[], byte[]> bytes) {
        String topic = bytes.topic();
        if (topic.equals(Topics.ARTICLES.name())) {
            read(Topics.ARTICLES, bytes, articles, Article::id, true);
        } else if (topic.equals(Topics.EVIDENCE.name())) {
            read(Topics.EVIDENCE, bytes, evidence, Evidence::articleId, true);
        } else if (topic.equals(Topics.STORIES.name())) {
            read(Topics.STORIES, bytes, stories, Story::id, true);
        } else if (topic.equals(Topics.STORY_EVENTS.name())) {
            read(Topics.STORY_EVENTS, bytes, events, StoryEvent::storyId, false);
        } else if (topic.equals(Topics.FEEDS.name())) {
            read(Topics.FEEDS, bytes, feeds, FeedStatus::id, true);
        } else if (topic.equals(Topics.CORRECTIONS.name())) {
            read(Topics.CORRECTIONS, bytes, corrections, Correction::id, true);
        } else if (topic.equals(Topics.TAKEDOWNS.name())) {
            read(Topics.TAKEDOWNS, bytes, takedowns, Takedown::id, true);
        } else if (topic.equals(Topics.REMOVALS.name())) {
            read(Topics.REMOVALS, bytes, removals, Removal::takedownId, true);
        } else {
            throw new IllegalArgumentException("not read here: " + topic);
        }
    }

    private <V> void read(
            Topic<String, V> topic,
            ConsumerRecord<byte[], byte[]> bytes,
            List<Arrival<V>> into,
            Function<V, String> keyOf,
            boolean tombstones) {
        String key = bytes.key() == null ? "" : new String(bytes.key(), UTF_8);
        if (key.isBlank()) {
            refuse(bytes, "no-key", "The record has no key.");
            return;
        }
        Optional<String> unknown = CloudEvents.unknownVersion(topic, bytes.headers());
        if (unknown.isPresent()) {
            refuse(bytes, Rejection.UNKNOWN_VERSION, unknown.get());
            return;
        }
        V value;
        try {
            value = topic.valueSerde().deserializer().deserialize(topic.name(), bytes.value());
        } catch (RuntimeException e) {
            refuse(bytes, "not-readable", firstLine(e));
            return;
        }
        String subject;
        try {
            subject = topic.name().equals(Topics.ARTICLES.name())
                    ? ArticleRecordKey.parse(key).articleId()
                    : key;
        } catch (IllegalArgumentException e) {
            refuse(bytes, "key-mismatch", String.valueOf(e.getMessage()));
            return;
        }
        if (value == null && !tombstones) {
            refuse(bytes, "no-value", "The record has no value, and this topic has no tombstones.");
        } else if (value != null && !keyOf.apply(value).equals(subject)) {
            refuse(bytes, "key-mismatch", "The record's key is not that of its value, " + keyOf.apply(value) + ".");
        } else {
            Source source = new Source(bytes.topic(), bytes.partition());
            into.add(new Arrival<>(source, bytes.offset(), Instant.ofEpochMilli(bytes.timestamp()), subject, value));
        }
    }

    private void refuse(ConsumerRecord<byte[], byte[]> bytes, String code, String message) {
        byte @Nullable [] original = bytes.value();
        refused.add(new Rejection(
                SERVICE,
                code,
                message,
                bytes.topic(),
                bytes.partition(),
                bytes.offset(),
                bytes.key() == null ? null : new String(bytes.key(), UTF_8),
                null,
                Rejection.kept(original),
                original != null && original.length > Rejection.MAX_ORIGINAL_BYTES,
                clock.instant()));
    }

    private static String firstLine(RuntimeException problem) {
        String message = String.valueOf(problem.getMessage());
        String line = message.lines().findFirst().orElse("");
        return line.isBlank() ? problem.getClass().getSimpleName() : line;
    }
}
