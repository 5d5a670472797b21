package org.retold.api.postgres;

import static org.retold.api.Newsroom.MORNING;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import org.retold.api.Newsroom;
import org.retold.api.arrival.Arrival;
import org.retold.api.arrival.Batch;
import org.retold.api.arrival.BatchOf;
import org.retold.api.arrival.Source;
import org.retold.contract.Article;
import org.retold.contract.Evidence;
import org.retold.contract.FeedStatus;
import org.retold.contract.Story;
import org.retold.contract.StoryEvent;

/** What a writer of stories might have decided: new ones, joins, moves, merges, expiry; one record a batch. */
final class InventedHistory {

    private final Random random;
    private final List<Batch> batches = new ArrayList<>();
    private final Map<String, List<String>> stories = new LinkedHashMap<>();
    private final Map<String, Long> versions = new LinkedHashMap<>();
    private long change;
    private long offset;

    private InventedHistory(Random random) {
        this.random = random;
    }

    static List<Batch> of(Random random, int decisions) {
        InventedHistory history = new InventedHistory(random);
        for (int i = 0; i < decisions; i++) {
            history.decide(i);
        }
        return history.batches;
    }

    /** Articles, full and at the same time. */
    static Batch articles(Article... articles) {
        return together(Arrays.stream(articles)
                .map(article -> new InventedHistory(new Random(1)).one(article))
                .toList());
    }

    static Batch together(List<Batch> batches) {
        return BatchOf.nothing()
                .articles(batches.stream()
                        .flatMap(batch -> batch.articles().stream())
                        .toList())
                .evidence(batches.stream()
                        .flatMap(batch -> batch.evidence().stream())
                        .toList())
                .stories(batches.stream()
                        .flatMap(batch -> batch.stories().stream())
                        .toList())
                .events(batches.stream()
                        .flatMap(batch -> batch.events().stream())
                        .toList())
                .feeds(batches.stream().flatMap(batch -> batch.feeds().stream()).toList())
                .batch();
    }

    private void decide(int number) {
        change++;
        List<String> ids = new ArrayList<>(stories.keySet());
        int choice = ids.size() < 2 ? 0 : random.nextInt(10);
        if (choice < 3) {
            String article = "x" + number;
            stories.put("s" + number, new ArrayList<>(List.of(article)));
            batches.add(one(Newsroom.article(article, "Title", "en", "Text " + number)));
            snapshot("s" + number, 1);
        } else if (choice < 6) {
            String story = any(ids);
            String article = "x" + number;
            articlesOf(story).add(article);
            batches.add(one(Newsroom.article(article, "Title", "en", "Text " + number)));
            batches.add(one(Newsroom.evidence(article, articlesOf(story).getFirst(), story)));
            snapshot(story, 1);
        } else if (choice < 8) {
            move(any(ids), any(ids));
        } else if (choice < 9) {
            merge(ids);
        } else {
            String story = any(ids);
            stories.remove(story);
            event(story, StoryEvent.Kind.EXPIRED);
        }
    }

    private void move(String from, String to) {
        if (from.equals(to) || articlesOf(from).size() < 2) {
            snapshot(from, 1);
            return;
        }
        articlesOf(to).add(articlesOf(from).removeLast());
        snapshot(from, 2);
        snapshot(to, 2);
    }

    private void merge(List<String> ids) {
        String survivor = ids.getFirst();
        String absorbed = ids.getLast();
        articlesOf(survivor).addAll(articlesOf(absorbed));
        stories.remove(absorbed);
        snapshot(survivor, 2);
        long version = versions.merge(absorbed, 1L, Long::sum);
        batches.add(one(Newsroom.merged(absorbed, version, change, 2, survivor)));
        event(absorbed, StoryEvent.Kind.MERGED);
    }

    private void snapshot(String story, int changeSize) {
        long version = versions.merge(story, 1L, Long::sum);
        String[] articles = articlesOf(story).toArray(String[]::new);
        batches.add(one(Newsroom.story(story, version, change, changeSize, articles)));
    }

    private void event(String story, StoryEvent.Kind kind) {
        batches.add(one(Newsroom.event("e" + change, story, kind, versions.getOrDefault(story, 1L), change)));
    }

    private List<String> articlesOf(String story) {
        return Objects.requireNonNull(stories.get(story));
    }

    private String any(List<String> ids) {
        return ids.get(random.nextInt(ids.size()));
    }

    private Batch one(Object value) {
        offset++;
        List<Arrival<Article>> articles = new ArrayList<>();
        List<Arrival<Evidence>> evidence = new ArrayList<>();
        List<Arrival<Story>> snapshots = new ArrayList<>();
        List<Arrival<StoryEvent>> events = new ArrayList<>();
        List<Arrival<FeedStatus>> feeds = new ArrayList<>();
        switch (value) {
            case Article article -> articles.add(arrival(article.id(), article));
            case Evidence why -> evidence.add(arrival(why.articleId(), why));
            case Story story -> snapshots.add(arrival(story.id(), story));
            case StoryEvent event -> events.add(arrival(event.storyId(), event));
            default -> throw new IllegalArgumentException(value.toString());
        }
        return BatchOf.nothing()
                .articles(articles)
                .evidence(evidence)
                .stories(snapshots)
                .events(events)
                .feeds(feeds)
                .batch();
    }

    private <V> Arrival<V> arrival(String key, V value) {
        return new Arrival<>(new Source("topic", 0), offset, MORNING, key, value);
    }
}
