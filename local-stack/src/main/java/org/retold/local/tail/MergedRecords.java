package org.retold.local.tail;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Records of several partitions in the order of their time. Each partition keeps its own order; where times are equal,
 * the topic that is earlier in the flow comes first.
 */
public final class MergedRecords {

    private static final int CROWD = 200;
    private static final long CROWD_BYTES = 4L * 1024 * 1024;
    private static final List<String> FLOW = List.of(
            "items",
            "corrections",
            "takedowns",
            "articles",
            "lookups",
            "stories",
            "story-events",
            "evidence",
            "lookup-answers",
            "removals",
            "feeds",
            "rejections");
    private static final Comparator<Held> BY_TIME = Comparator.comparing(
                    (Held held) -> held.record().at())
            .thenComparingInt(held -> place(held.record()))
            .thenComparing(held -> held.record().topic())
            .thenComparingInt(held -> held.record().partition());

    private final Duration patience;
    private final Map<Source, Deque<Held>> held = new HashMap<>();

    /** @param patience how long a record waits for what may be before it */
    public MergedRecords(Duration patience) {
        this.patience = patience;
    }

    /** A partition of a topic. */
    public record Source(String topic, int partition) {}

    private record Held(TopicRecord record, Instant since) {}

    /** @param now when it was read */
    public void add(TopicRecord record, Instant now) {
        held.computeIfAbsent(new Source(record.topic(), record.partition()), source -> new ArrayDeque<>())
                .add(new Held(record, now));
    }

    /**
     * Takes out what is next.
     *
     * @param behind partitions that hold more records already; nothing is next while one of them has not shown any
     */
    public List<TopicRecord> next(Set<Source> behind, Instant now) {
        List<TopicRecord> next = new ArrayList<>();
        while (behind.stream().allMatch(held::containsKey)) {
            Optional<Held> first =
                    held.values().stream().map(Deque::getFirst).min(BY_TIME).filter(head -> mayGo(head, behind, now));
            if (first.isEmpty()) {
                break;
            }
            next.add(first.get().record());
            remove(first.get().record());
        }
        return next;
    }

    /** Partitions that wait for others with so much that no more of them should be read. */
    public Set<Source> crowded() {
        return held.entrySet().stream()
                .filter(entry -> entry.getValue().size() > CROWD
                        || entry.getValue().stream()
                                        .mapToLong(waiting -> waiting.record().bytes())
                                        .sum()
                                > CROWD_BYTES)
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }

    public boolean isEmpty() {
        return held.isEmpty();
    }

    private boolean mayGo(Held head, Set<Source> behind, Instant now) {
        return !behind.isEmpty() || !now.isBefore(head.since().plus(patience));
    }

    private void remove(TopicRecord record) {
        held.computeIfPresent(new Source(record.topic(), record.partition()), (source, waiting) -> {
            waiting.removeFirst();
            return waiting.isEmpty() ? null : waiting;
        });
    }

    private static int place(TopicRecord record) {
        int place = FLOW.indexOf(record.shortTopic());
        return place < 0 ? FLOW.size() : place;
    }
}
