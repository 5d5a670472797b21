package org.retold.dedupe.story;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.retold.dedupe.article.Arrival;

/**
 * A story as the writer keeps it.
 *
 * @param version of its latest snapshot; 0 before the first
 * @param founder its founding article, or the earliest of those that stayed when that was taken down; one of its articles
 *     unless it was merged
 * @param founded arrival of the founder: which of two stories is older
 * @param newest latest arrival of its articles: how long it is remembered
 * @param articleIds by arrival; none when it was merged
 * @param mergedFrom stories that it absorbed
 * @param mergedInto the story that absorbed it
 */
public record StoryState(
        String id,
        long version,
        String founder,
        Arrival founded,
        Arrival newest,
        List<String> articleIds,
        List<String> mergedFrom,
        @Nullable String mergedInto) {

    public StoryState {
        articleIds = List.copyOf(articleIds);
        mergedFrom = List.copyOf(mergedFrom);
    }

    static StoryState of(String id, ToldArticle founder) {
        return new StoryState(
                id, 0, founder.id(), founder.first(), founder.newest(), List.of(founder.id()), List.of(), null);
    }

    /** Whether it stands for itself, not only for the story that absorbed it. */
    public boolean isLive() {
        return mergedInto == null;
    }

    int size() {
        return articleIds.size();
    }

    boolean isOlderThan(StoryState other) {
        return founded.compareTo(other.founded) < 0;
    }

    StoryState next() {
        return new StoryState(id, version + 1, founder, founded, newest, articleIds, mergedFrom, mergedInto);
    }

    StoryState heardOf(Arrival arrival) {
        return new StoryState(
                id, version, founder, founded, newest.orLater(arrival), articleIds, mergedFrom, mergedInto);
    }

    StoryState with(String articleId, Arrival arrival) {
        List<String> ids = new ArrayList<>(articleIds);
        ids.add(articleId);
        return new StoryState(id, version, founder, founded, newest.orLater(arrival), ids, mergedFrom, null);
    }

    StoryState holding(List<String> ids, Arrival newestOfThem, List<String> absorbed) {
        return new StoryState(id, version, founder, founded, newestOfThem, ids, absorbed, null);
    }

    /** A merged one, for itself again. */
    StoryState withOnly(ToldArticle article) {
        return new StoryState(
                id, version, article.id(), founded, article.newest(), List.of(article.id()), List.of(), null);
    }

    /** It keeps its name, its age, and how long it is remembered. */
    StoryState without(String articleId) {
        List<String> ids =
                articleIds.stream().filter(id -> !id.equals(articleId)).toList();
        String first = founder.equals(articleId) ? ids.getFirst() : founder;
        return new StoryState(id, version, first, founded, newest, ids, mergedFrom, null);
    }

    StoryState absorbedBy(String survivor) {
        return new StoryState(id, version, founder, founded, newest, List.of(), List.of(), survivor);
    }
}
