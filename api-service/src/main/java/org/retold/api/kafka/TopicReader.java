package org.retold.api.kafka;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.OffsetOutOfRangeException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Headers;
import org.jboss.logging.Logger;
import org.retold.api.arrival.Advance;
import org.retold.api.arrival.Arrival;
import org.retold.api.arrival.Batch;
import org.retold.api.arrival.Source;
import org.retold.api.arrival.StoredPosition;
import org.retold.api.arrival.WholeChanges;
import org.retold.contract.Story;
import org.retold.contract.Topics;

/**
 * Reads the eight topics from where the database says; topics that do not exist yet are waited for while the others are
 * read. For one thread, except {@link #wakeUp}.
 */
public final class TopicReader implements AutoCloseable {

    /** What is read. */
    public static final List<String> TOPICS = List.of(
            Topics.TAKEDOWNS.name(),
            Topics.REMOVALS.name(),
            Topics.ARTICLES.name(),
            Topics.EVIDENCE.name(),
            Topics.STORIES.name(),
            Topics.STORY_EVENTS.name(),
            Topics.FEEDS.name(),
            Topics.CORRECTIONS.name());

    /** One that tells of an article, and one that tells of its story. */
    private static final Set<String> TRACED = Set.of(Topics.ARTICLES.name(), Topics.STORY_EVENTS.name());

    private static final Logger LOG = Logger.getLogger(TopicReader.class);
    private static final Duration POLL = Duration.ofMillis(500);
    private static final Duration LOOK_FOR_MISSING_TOPICS = Duration.ofSeconds(1);
    private static final Duration LOOK_FOR_RESTARTED_TOPICS = Duration.ofSeconds(15);

    private final TopicDirectory directory;
    private final Consumer<byte[], byte[]> consumer;
    private final InstantSource clock;
    private final Map<Source, String> topicIds = new HashMap<>();
    private final Map<Source, Long> applied = new HashMap<>();
    private Map<Source, StoredPosition> stored = Map.of();
    private List<Arrival<Story>> waiting = List.of();
    private Instant nextLook = Instant.MIN;

    public TopicReader(Connection connection, InstantSource clock) {
        this.directory = new TopicDirectory(connection);
        this.consumer = connection.consumer();
        this.clock = clock;
    }

    /**
     * Forgets what was read and not applied, and goes on from these positions; from the beginning where there is none. How
     * far the topics go is not forgotten: where another instance applies all the time, it would never be known.
     */
    public void startFrom(Map<Source, StoredPosition> positions) {
        topicIds.clear();
        applied.clear();
        waiting = List.of();
        stored = Map.copyOf(positions);
        nextLook = Instant.MIN;
    }

    /** Reads on; what it answered with before counts as applied. */
    public Reading next() {
        if (!clock.instant().isBefore(nextLook)) {
            List<String> restarted = look();
            if (!restarted.isEmpty()) {
                return new Reading.Restarted(restarted);
            }
        }
        if (topicIds.isEmpty()) {
            pause();
            return new Reading.NothingNew();
        }
        try {
            return sort(consumer.poll(POLL));
        } catch (OffsetOutOfRangeException e) {
            List<String> restarted = resume(e.offsetOutOfRangePartitions());
            return restarted.isEmpty() ? new Reading.NothingNew() : new Reading.Restarted(restarted);
        }
    }

    /** Topics that do not exist yet. */
    public Set<String> missing() {
        Set<String> missing = new TreeSet<>(TOPICS);
        topicIds.keySet().forEach(source -> missing.remove(source.topic()));
        return missing;
    }

    /** Committed records that are not read yet, by topic; empty while that is not known. */
    public Map<String, Long> behind() {
        Map<String, Long> behind = new HashMap<>();
        for (TopicPartition partition : consumer.assignment()) {
            OptionalLong lag = consumer.currentLag(partition);
            if (lag.isEmpty()) {
                return Map.of();
            }
            behind.merge(partition.topic(), lag.getAsLong(), Long::sum);
        }
        return behind;
    }

    /** Makes {@link #next} throw in the reading thread. */
    public void wakeUp() {
        consumer.wakeup();
    }

    @Override
    public void close() {
        consumer.close(CloseOptions.timeout(Duration.ofSeconds(1)));
        directory.close();
    }

    private List<String> look() {
        Map<Source, String> there = directory.lookUp(TOPICS);
        List<String> restarted = there.entrySet().stream()
                .filter(entry -> isAnother(entry.getKey(), entry.getValue()))
                .map(entry -> entry.getKey().topic())
                .distinct()
                .toList();
        if (restarted.isEmpty()) {
            follow(there);
        }
        nextLook = clock.instant().plus(missing().isEmpty() ? LOOK_FOR_RESTARTED_TOPICS : LOOK_FOR_MISSING_TOPICS);
        return restarted;
    }

    private boolean isAnother(Source source, String topicId) {
        StoredPosition before = stored.get(source);
        String followed = topicIds.get(source);
        return (before != null && !before.topicId().equals(topicId)) || (followed != null && !followed.equals(topicId));
    }

    private void follow(Map<Source, String> there) {
        List<Source> fresh = there.keySet().stream()
                .filter(source -> !topicIds.containsKey(source))
                .toList();
        if (fresh.isEmpty()) {
            return;
        }
        topicIds.putAll(there);
        consumer.assign(topicIds.keySet().stream().map(TopicReader::partition).toList());
        List<TopicPartition> unread = new ArrayList<>();
        for (Source source : fresh) {
            StoredPosition position = stored.get(source);
            if (position == null) {
                unread.add(partition(source));
            } else {
                consumer.seek(partition(source), position.next());
                applied.put(source, position.next());
            }
        }
        consumer.beginningOffsets(unread).forEach((partition, beginning) -> {
            consumer.seek(partition, beginning);
            LOG.infof("reading from the beginning: topic=%s partition=%d", partition.topic(), partition.partition());
        });
        // A stored position that the broker no longer has shows in the next poll.
    }

    private Reading sort(Iterable<ConsumerRecord<byte[], byte[]>> records) {
        RecordSorter sorter = new RecordSorter(clock);
        sorter.stories.addAll(waiting);
        int before = sorter.stories.size();
        boolean any = false;
        List<Headers> headers = new ArrayList<>();
        for (ConsumerRecord<byte[], byte[]> bytes : records) {
            sorter.add(bytes);
            if (TRACED.contains(bytes.topic())) {
                headers.add(bytes.headers());
            }
            any = true;
        }
        boolean nothingFollows = behind().getOrDefault(Topics.STORIES.name(), 1L) == 0;
        WholeChanges changes = WholeChanges.of(sorter.stories, nothingFollows);
        waiting = changes.waiting();
        if (!any && (before == 0 || changes.whole().isEmpty())) {
            return new Reading.NothingNew();
        }
        Batch batch = new Batch(
                sorter.takedowns,
                sorter.removals,
                sorter.articles,
                sorter.evidence,
                changes.whole(),
                sorter.events,
                sorter.feeds,
                sorter.corrections,
                sorter.refused,
                advances());
        return new Reading.Records(batch, headers);
    }

    private List<Advance> advances() {
        Map<Source, Long> reached = topicIds.keySet().stream()
                .collect(Collectors.toMap(source -> source, source -> consumer.position(partition(source))));
        waiting.forEach(story -> reached.merge(story.source(), story.offset(), Math::min));
        List<Advance> advances = new ArrayList<>();
        reached.forEach((source, to) -> {
            Long from = applied.get(source);
            if (from == null || to > from) {
                advances.add(new Advance(source, Objects.requireNonNull(topicIds.get(source)), from, to));
                applied.put(source, to);
            }
        });
        return advances;
    }

    private List<String> resume(Map<TopicPartition, Long> outOfRange) {
        Map<TopicPartition, Long> beginnings = consumer.beginningOffsets(outOfRange.keySet());
        List<String> restarted = new ArrayList<>();
        outOfRange.forEach((partition, position) -> {
            long beginning = Objects.requireNonNull(beginnings.get(partition));
            if (position < beginning) {
                LOG.warnf(
                        "records were deleted before they were read: topic=%s partition=%d lost=%d",
                        partition.topic(), partition.partition(), beginning - position);
                consumer.seek(partition, beginning);
            } else {
                restarted.add(partition.topic());
            }
        });
        return restarted;
    }

    private static void pause() {
        try {
            Thread.sleep(POLL);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static TopicPartition partition(Source source) {
        return new TopicPartition(source.topic(), source.partition());
    }
}
