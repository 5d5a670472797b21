package org.retold.dedupe.story;

import static java.util.Comparator.comparing;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.retold.contract.Correction;

/** A ledger for as long as a test. */
final class MemoryLedger implements Ledger {

    final Map<String, ToldArticle> articles = new TreeMap<>();
    final Map<String, StoryState> stories = new TreeMap<>();
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
        stories.put(story.id(), story);
    }

    @Override
    public void forgetStory(String storyId) {
        stories.remove(storyId);
    }

    @Override
    public Optional<StoryState> longestSilent() {
        return stories.values().stream()
                .filter(StoryState::isLive)
                .min(comparing(StoryState::newest).thenComparing(StoryState::id));
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
}
