package org.retold.api.arrival;

import java.util.List;
import java.util.Objects;
import org.retold.contract.Story;

/**
 * Story snapshots up to the last change that is complete, and those that have to wait for the rest of theirs.
 *
 * <p>One decision may cause several snapshots; shown apart, an article would be in two stories or in none. The stories
 * topic has the changes one after the other, so only the last one can be incomplete. It is complete when all its
 * snapshots are there, when another change follows, or when nothing follows at all: then compaction has removed the
 * others, because newer ones replace them.
 */
public record WholeChanges(List<Arrival<Story>> whole, List<Arrival<Story>> waiting) {

    public WholeChanges {
        whole = List.copyOf(whole);
        waiting = List.copyOf(waiting);
    }

    /**
     * @param arrivals in the order of the topic
     * @param nothingFollows whether the end of the topic was reached
     */
    public static WholeChanges of(List<Arrival<Story>> arrivals, boolean nothingFollows) {
        List<Story> snapshots =
                arrivals.stream().map(Arrival::value).filter(Objects::nonNull).toList();
        if (nothingFollows || snapshots.isEmpty()) {
            return new WholeChanges(arrivals, List.of());
        }
        Story last = snapshots.getLast();
        long present = snapshots.stream()
                .filter(story -> story.change() == last.change())
                .map(Story::id)
                .distinct()
                .count();
        int cut = present >= last.changeSize() ? arrivals.size() : firstOf(last.change(), arrivals);
        return new WholeChanges(arrivals.subList(0, cut), arrivals.subList(cut, arrivals.size()));
    }

    private static int firstOf(long change, List<Arrival<Story>> arrivals) {
        for (int i = 0; i < arrivals.size(); i++) {
            Story story = arrivals.get(i).value();
            if (story != null && story.change() == change) {
                return i;
            }
        }
        return arrivals.size();
    }
}
