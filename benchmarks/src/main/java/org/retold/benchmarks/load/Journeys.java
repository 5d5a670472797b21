package org.retold.benchmarks.load;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** How long articles take from when they are accepted until the API tells their story; times in nanoseconds. */
final class Journeys {

    private static final double NANOS_A_SECOND = 1e9;

    private final Map<String, Long> accepted = new ConcurrentHashMap<>();
    private final Map<String, Long> told = new ConcurrentHashMap<>();
    private final AtomicInteger arrived = new AtomicInteger();

    /** Before its line is sent: its story may be told before the answer is here. */
    void expect(String articleId) {
        accepted.put(articleId, Long.MAX_VALUE);
    }

    void accepted(String articleId, long at) {
        accepted.put(articleId, at);
    }

    /** The first time counts. */
    void told(String articleId, long at) {
        if (accepted.containsKey(articleId) && told.putIfAbsent(articleId, at) == null) {
            arrived.incrementAndGet();
        }
    }

    int expected() {
        return accepted.size();
    }

    int arrived() {
        return arrived.get();
    }

    /** Seconds, ascending, of those that were accepted within a time and arrived; 0 where the answer came later. */
    double[] secondsOfAcceptedWithin(long from, long to) {
        return accepted.entrySet().stream()
                .filter(journey -> journey.getValue() >= from && journey.getValue() < to)
                .flatMap(journey -> Optional.ofNullable(told.get(journey.getKey())).stream()
                        .map(at -> Math.max(0, at - journey.getValue())))
                .mapToDouble(nanos -> nanos / NANOS_A_SECOND)
                .sorted()
                .toArray();
    }
}
