package org.retold.api.arrival;

import java.util.List;
import org.retold.api.Newsroom;
import org.retold.contract.Article;
import org.retold.contract.Correction;
import org.retold.contract.Evidence;
import org.retold.contract.FeedStatus;
import org.retold.contract.Rejection;
import org.retold.contract.Removal;
import org.retold.contract.Story;
import org.retold.contract.StoryEvent;
import org.retold.contract.Takedown;

/** A batch with what is named, and nothing else. */
public final class BatchOf {

    private List<Arrival<Takedown>> takedowns = List.of();
    private List<Arrival<Removal>> removals = List.of();
    private List<Arrival<Article>> articles = List.of();
    private List<Arrival<Evidence>> evidence = List.of();
    private List<Arrival<Story>> stories = List.of();
    private List<Arrival<StoryEvent>> events = List.of();
    private List<Arrival<FeedStatus>> feeds = List.of();
    private List<Arrival<Correction>> corrections = List.of();
    private List<Rejection> refused = List.of();
    private List<Advance> advances = List.of();

    private BatchOf() {}

    public static BatchOf nothing() {
        return new BatchOf();
    }

    /** A story, at the place of its change number. */
    public static Batch told(Story story) {
        return nothing()
                .stories(List.of(arrival("retold.stories.v1", story.change(), story.id(), story)))
                .batch();
    }

    /** @param position of the event in its topic */
    public static Batch happened(long position, StoryEvent event) {
        return nothing()
                .events(List.of(arrival("retold.story-events.v1", position, event.storyId(), event)))
                .batch();
    }

    private static <V> Arrival<V> arrival(String topic, long offset, String key, V value) {
        return new Arrival<>(new Source(topic, 0), offset, Newsroom.MORNING, key, value);
    }

    public BatchOf takedowns(List<Arrival<Takedown>> these) {
        takedowns = these;
        return this;
    }

    public BatchOf removals(List<Arrival<Removal>> these) {
        removals = these;
        return this;
    }

    public BatchOf articles(List<Arrival<Article>> these) {
        articles = these;
        return this;
    }

    public BatchOf evidence(List<Arrival<Evidence>> these) {
        evidence = these;
        return this;
    }

    public BatchOf stories(List<Arrival<Story>> these) {
        stories = these;
        return this;
    }

    public BatchOf events(List<Arrival<StoryEvent>> these) {
        events = these;
        return this;
    }

    public BatchOf feeds(List<Arrival<FeedStatus>> these) {
        feeds = these;
        return this;
    }

    public BatchOf corrections(List<Arrival<Correction>> these) {
        corrections = these;
        return this;
    }

    public BatchOf refused(List<Rejection> these) {
        refused = these;
        return this;
    }

    public BatchOf advances(List<Advance> these) {
        advances = these;
        return this;
    }

    public Batch batch() {
        return new Batch(
                takedowns, removals, articles, evidence, stories, events, feeds, corrections, refused, advances);
    }
}
