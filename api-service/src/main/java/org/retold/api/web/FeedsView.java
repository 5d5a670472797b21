package org.retold.api.web;

import java.time.Instant;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.retold.contract.FeedStatus;
import org.retold.contract.FeedStatus.State;

/**
 * The feeds, ready to print: what needs somebody comes first.
 *
 * @param states how many are in each state
 */
record FeedsView(List<StateCount> states, List<FeedRow> feeds) {

    private static final List<State> ORDER =
            List.of(State.FAILING, State.GONE, State.SILENT, State.UNKNOWN, State.NEW, State.HEALTHY);

    FeedsView {
        states = List.copyOf(states);
        feeds = List.copyOf(feeds);
    }

    /** How many feeds are so. */
    record StateCount(String word, String state, String count) {}

    static FeedsView of(List<FeedStatus> feeds, Tongue tongue, Instant now) {
        Map<State, Integer> counts = new EnumMap<>(State.class);
        feeds.forEach(feed -> counts.merge(feed.state(), 1, Integer::sum));
        return new FeedsView(
                ORDER.stream()
                        .filter(counts::containsKey)
                        .map(state -> new StateCount(
                                FeedRow.word(state), tongue.state(state), tongue.number(counts.getOrDefault(state, 0))))
                        .toList(),
                feeds.stream()
                        .sorted(Comparator.comparingInt(feed -> ORDER.indexOf(feed.state())))
                        .map(feed -> FeedRow.of(feed, tongue, now))
                        .toList());
    }
}
