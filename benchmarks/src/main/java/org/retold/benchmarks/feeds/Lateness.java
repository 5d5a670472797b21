package org.retold.benchmarks.feeds;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * How late feeds are asked: from the time at which the service said it would ask to the request's arrival at the site.
 * The service's word is a record in Kafka, so nothing of this is measured by the service itself.
 */
final class Lateness {

    private final Map<String, Instant> planned = new ConcurrentHashMap<>();
    private final List<Duration> measured = new ArrayList<>();

    /** The service says when it asks a feed next. */
    void planned(String feedUrl, Instant nextPoll) {
        planned.put(feedUrl, nextPoll);
    }

    /** A feed was asked for; what nobody said before, as before the first poll, is not measured. */
    synchronized void asked(String feedUrl, Instant arrival) {
        Instant plan = planned.remove(feedUrl);
        if (plan != null) {
            measured.add(Duration.between(plan, arrival));
        }
    }

    /** Starts anew. */
    synchronized void forget() {
        measured.clear();
    }

    /** What was measured, and how late those are by now that are still to come; ascending. */
    synchronized List<Duration> soFar(Instant now) {
        List<Duration> all = new ArrayList<>(measured);
        planned.values().stream()
                .filter(plan -> plan.isBefore(now))
                .map(plan -> Duration.between(plan, now))
                .forEach(all::add);
        all.sort(null);
        return List.copyOf(all);
    }

    /** @param share 0 to 1: 0.99 gives what only one in a hundred exceeds */
    static Duration quantile(List<Duration> ascending, double share) {
        if (ascending.isEmpty()) {
            return Duration.ZERO;
        }
        int at = (int) Math.ceil(share * ascending.size()) - 1;
        return ascending.get(Math.max(0, at));
    }
}
