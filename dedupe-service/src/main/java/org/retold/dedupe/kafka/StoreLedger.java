package org.retold.dedupe.kafka;

import static java.util.Comparator.comparingLong;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;
import org.retold.contract.Correction;
import org.retold.dedupe.kafka.Codecs.CorrectionIds;
import org.retold.dedupe.kafka.Codecs.SaidCorrection;
import org.retold.dedupe.story.Ledger;
import org.retold.dedupe.story.StoryState;
import org.retold.dedupe.story.ToldArticle;

/** The story writer's memory in its state stores; what was used lately is held. One for each task, see {@link Ledgers}. */
final class StoreLedger implements Ledger {

    private static final String CHANGE = "change";
    private static final String CORRECTION = "correction";
    private static final String OPEN_STORIES = "open-stories";
    private static final int OFFSET_DIGITS = 19;

    /** Articles, and stories, that are held in memory: about 8 MB. */
    private static final int RECENT = 4_096;

    private final KeyValueStore<String, ToldArticle> articles;
    private final KeyValueStore<String, StoryState> stories;
    private final KeyValueStore<String, String> silence;
    private final KeyValueStore<String, SaidCorrection> corrections;
    private final KeyValueStore<String, CorrectionIds> corrected;
    private final KeyValueStore<String, Long> counters;

    private final Recent<ToldArticle> recentArticles = new Recent<>(RECENT);
    private final Recent<StoryState> recentStories = new Recent<>(RECENT);

    /** Key of the live story that is silent for the longest, while it is known: saves the walk to it. */
    private @Nullable String mostSilent;

    /**
     * Nothing is or comes before this key, because no story's newest arrival ever grows older: saves the walk over what
     * was deleted.
     */
    private String silentSince = "";

    StoreLedger(ProcessorContext<?, ?> context) {
        articles = context.getStateStore(Stores.ARTICLES);
        stories = context.getStateStore(Stores.STORIES);
        silence = context.getStateStore(Stores.SILENCE);
        corrections = context.getStateStore(Stores.CORRECTIONS);
        corrected = context.getStateStore(Stores.CORRECTED);
        counters = context.getStateStore(Stores.COUNTERS);
    }

    @Override
    public Optional<ToldArticle> article(String articleId) {
        return recentArticles.get(articleId, articles::get);
    }

    @Override
    public void put(ToldArticle article) {
        articles.put(article.id(), article);
        recentArticles.put(article.id(), article);
    }

    @Override
    public void forgetArticle(String articleId) {
        articles.delete(articleId);
        recentArticles.remove(articleId);
    }

    @Override
    public Optional<StoryState> story(String storyId) {
        return recentStories.get(storyId, stories::get);
    }

    @Override
    public void put(StoryState story) {
        story(story.id()).ifPresent(this::hush);
        stories.put(story.id(), story);
        recentStories.put(story.id(), story);
        if (story.isLive()) {
            String key = silenceKey(story);
            silence.put(key, story.id());
            mostSilent = mostSilent != null && key.compareTo(mostSilent) < 0 ? key : mostSilent;
            count(OPEN_STORIES, 1);
        }
    }

    @Override
    public void forgetStory(String storyId) {
        story(storyId).ifPresent(this::hush);
        stories.delete(storyId);
        recentStories.remove(storyId);
    }

    @Override
    public Optional<StoryState> longestSilent() {
        if (mostSilent == null) {
            try (KeyValueIterator<String, String> oldest = silence.range(silentSince, null)) {
                if (!oldest.hasNext()) {
                    return Optional.empty();
                }
                mostSilent = oldest.next().key;
                silentSince = mostSilent;
            }
        }
        return story(storyOf(mostSilent));
    }

    @Override
    public long nextChange() {
        return count(CHANGE, 1);
    }

    @Override
    public List<Correction> corrections(String articleId) {
        @Nullable CorrectionIds ids = corrected.get(articleId);
        return ids == null
                ? List.of()
                : ids.ids().stream()
                        .map(id -> Objects.requireNonNull(corrections.get(id)))
                        .sorted(comparingLong(SaidCorrection::sequence))
                        .map(SaidCorrection::correction)
                        .toList();
    }

    @Override
    public void put(Correction correction) {
        withdrawCorrection(correction.id());
        corrections.put(correction.id(), new SaidCorrection(count(CORRECTION, 1), correction));
        for (String articleId : new TreeSet<>(correction.articleIds())) {
            List<String> ids = idsFor(articleId);
            ids.add(correction.id());
            corrected.put(articleId, new CorrectionIds(ids));
        }
    }

    @Override
    public void withdrawCorrection(String correctionId) {
        @Nullable SaidCorrection said = corrections.delete(correctionId);
        if (said != null) {
            for (String articleId : said.correction().articleIds()) {
                List<String> ids = idsFor(articleId);
                ids.remove(correctionId);
                corrected.put(articleId, new CorrectionIds(ids));
            }
        }
    }

    /** Live stories, those of a single article included. */
    long openStories() {
        return count(OPEN_STORIES, 0);
    }

    private void hush(StoryState story) {
        if (story.isLive()) {
            String key = silenceKey(story);
            silence.delete(key);
            mostSilent = key.equals(mostSilent) ? null : mostSilent;
            count(OPEN_STORIES, -1);
        }
    }

    private static String silenceKey(StoryState story) {
        String offset = Long.toString(story.newest().offset());
        return "0".repeat(OFFSET_DIGITS - offset.length()) + offset + " " + story.id();
    }

    private static String storyOf(String silenceKey) {
        return silenceKey.substring(OFFSET_DIGITS + 1);
    }

    private List<String> idsFor(String articleId) {
        @Nullable CorrectionIds ids = corrected.get(articleId);
        return ids == null ? new ArrayList<>() : new ArrayList<>(ids.ids());
    }

    private long count(String name, long step) {
        @Nullable Long before = counters.get(name);
        long now = (before == null ? 0 : before) + step;
        if (step != 0) {
            counters.put(name, now);
        }
        return now;
    }
}
