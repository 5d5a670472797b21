package org.retold.dedupe.story;

import static java.util.Comparator.comparing;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.retold.contract.Correction;

/** A ledger that lasts as long as its process: for measuring what the writer decides. Not thread-safe. */
public final class MemoryLedger implements Ledger {

    final Map<String, ToldArticle> articles = new HashMap<>();
    final Map<String, StoryState> stories = new TreeMap<>();
    private final NavigableSet<StoryState> live =
            new TreeSet<>(comparing(StoryState::newest).thenComparing(StoryState::id));
    private final List<Correction> corrections = new ArrayList<>();
    private long change;

    @Override
    public Optional<ToldArticle> article(String articleId) {
        return Optional.ofNullable(articles.get(articleId));
    }

    @Override
    public void put(ToldArticle article) {
        articles.put(article.id(), article);
    }

    @Override
    public void forgetArticle(String articleId) {
        articles.remove(articleId);
    }

    @Override
    public Optional<StoryState> story(String storyId) {
        return Optional.ofNullable(stories.get(storyId));
    }

    @Override
    public void put(StoryState story) {
        hush(stories.put(story.id(), story));
        if (story.isLive()) {
            live.add(story);
        }
    }

    @Override
    public void forgetStory(String storyId) {
        hush(stories.remove(storyId));
    }

    @Override
    public Optional<StoryState> longestSilent() {
        return live.isEmpty() ? Optional.empty() : Optional.of(live.first());
    }

    @Override
    public long nextChange() {
        return ++change;
    }

    @Override
    public List<Correction> corrections(String articleId) {
        return corrections.stream()
                .filter(correction -> correction.articleIds().contains(articleId))
                .toList();
    }

    @Override
    public void put(Correction correction) {
        withdrawCorrection(correction.id());
        corrections.add(correction);
    }

    @Override
    public void withdrawCorrection(String correctionId) {
        corrections.removeIf(correction -> correction.id().equals(correctionId));
    }

    private void hush(@Nullable StoryState story) {
        if (story != null) {
            live.remove(story);
        }
    }
}
