package org.retold.api.arrival;

import java.util.List;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.retold.contract.Article;
import org.retold.contract.Correction;
import org.retold.contract.Evidence;
import org.retold.contract.FeedStatus;
import org.retold.contract.Rejection;
import org.retold.contract.Story;
import org.retold.contract.StoryEvent;

/**
 * What is applied in one transaction.
 *
 * @param refused records that could not be read
 * @param advances how far the sources have come when all of this is applied
 */
public record Batch(
        List<Arrival<Article>> articles,
        List<Arrival<Evidence>> evidence,
        List<Arrival<Story>> stories,
        List<Arrival<StoryEvent>> events,
        List<Arrival<FeedStatus>> feeds,
        List<Arrival<Correction>> corrections,
        List<Rejection> refused,
        List<Advance> advances) {

    public Batch {
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
        Batch none = new Batch(List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), List.of());
        return Stream.of(
                        none.each(
                                articles,
                                (b, one) -> b.with(one, b.evidence, b.stories, b.events, b.feeds, b.corrections)),
                        none.each(
                                evidence,
                                (b, one) -> b.with(b.articles, one, b.stories, b.events, b.feeds, b.corrections)),
                        none.each(
                                stories,
                                (b, one) -> b.with(b.articles, b.evidence, one, b.events, b.feeds, b.corrections)),
                        none.each(
                                events,
                                (b, one) -> b.with(b.articles, b.evidence, b.stories, one, b.feeds, b.corrections)),
                        none.each(
                                feeds,
                                (b, one) -> b.with(b.articles, b.evidence, b.stories, b.events, one, b.corrections)),
                        none.each(
                                corrections,
                                (b, one) -> b.with(b.articles, b.evidence, b.stories, b.events, b.feeds, one)))
                .flatMap(batches -> batches);
    }

    /** Every record in it. */
    public Stream<Arrival<?>> arrivals() {
        return Stream.of(articles, evidence, stories, events, feeds, corrections)
                .flatMap(List::stream);
    }

    private <V> Stream<Batch> each(List<Arrival<V>> arrivals, BiFunction<Batch, List<Arrival<V>>, Batch> put) {
        return arrivals.stream().map(arrival -> put.apply(this, List.of(arrival)));
    }

    private Batch with(
            List<Arrival<Article>> articles,
            List<Arrival<Evidence>> evidence,
            List<Arrival<Story>> stories,
            List<Arrival<StoryEvent>> events,
            List<Arrival<FeedStatus>> feeds,
            List<Arrival<Correction>> corrections) {
        return new Batch(articles, evidence, stories, events, feeds, corrections, refused, advances);
    }
}
