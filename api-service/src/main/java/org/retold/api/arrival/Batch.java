package org.retold.api.arrival;

import java.util.List;
import java.util.stream.Stream;
import org.retold.contract.Article;
import org.retold.contract.Correction;
import org.retold.contract.Evidence;
import org.retold.contract.FeedStatus;
import org.retold.contract.Rejection;
import org.retold.contract.Removal;
import org.retold.contract.Story;
import org.retold.contract.StoryEvent;
import org.retold.contract.Takedown;

/**
 * What is applied in one transaction.
 *
 * @param refused records that could not be read
 * @param advances how far the sources have come when all of this is applied
 */
public record Batch(
        List<Arrival<Takedown>> takedowns,
        List<Arrival<Removal>> removals,
        List<Arrival<Article>> articles,
        List<Arrival<Evidence>> evidence,
        List<Arrival<Story>> stories,
        List<Arrival<StoryEvent>> events,
        List<Arrival<FeedStatus>> feeds,
        List<Arrival<Correction>> corrections,
        List<Rejection> refused,
        List<Advance> advances) {

    public Batch {
        takedowns = List.copyOf(takedowns);
        removals = List.copyOf(removals);
        articles = List.copyOf(articles);
        evidence = List.copyOf(evidence);
        stories = List.copyOf(stories);
        events = List.copyOf(events);
        feeds = List.copyOf(feeds);
        corrections = List.copyOf(corrections);
        refused = List.copyOf(refused);
        advances = List.copyOf(advances);
    }

    /** The same records one by one, in the order they are applied; without refusals and advances. */
    public Stream<Batch> singly() {
        return arrivals().map(this::only);
    }

    /** Every record in it. */
    public Stream<Arrival<?>> arrivals() {
        return Stream.of(takedowns, removals, articles, evidence, stories, events, feeds, corrections)
                .flatMap(List::stream);
    }

    private Batch only(Arrival<?> one) {
        return new Batch(
                pick(takedowns, one),
                pick(removals, one),
                pick(articles, one),
                pick(evidence, one),
                pick(stories, one),
                pick(events, one),
                pick(feeds, one),
                pick(corrections, one),
                List.of(),
                List.of());
    }

    private static <V> List<Arrival<V>> pick(List<Arrival<V>> arrivals, Arrival<?> one) {
        return arrivals.stream().filter(one::equals).toList();
    }
}
