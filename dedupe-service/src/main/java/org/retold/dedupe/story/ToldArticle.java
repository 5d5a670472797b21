package org.retold.dedupe.story;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.retold.dedupe.article.Arrival;
import org.retold.dedupe.article.Reference;

/**
 * An article with its place in a story.
 *
 * @param first arrival of its first revision: who is older
 * @param newest arrival of its newest revision: how long it is remembered
 * @param digest whether it tells of several reports, and so draws nobody into its story
 * @param ties to earlier articles, whichever story they are in
 * @param supportedBy the other article of its published evidence
 */
public record ToldArticle(
        Reference reference,
        Arrival first,
        Arrival newest,
        String storyId,
        boolean digest,
        List<Tie> ties,
        @Nullable String supportedBy) {

    public ToldArticle {
        ties = List.copyOf(ties);
    }

    public String id() {
        return reference.id();
    }

    Optional<Tie> tieTo(String articleId) {
        return ties.stream().filter(tie -> tie.articleId().equals(articleId)).findFirst();
    }

    ToldArticle withoutTieTo(String articleId) {
        List<Tie> others =
                ties.stream().filter(tie -> !tie.articleId().equals(articleId)).toList();
        return new ToldArticle(reference, first, newest, storyId, digest, others, supportedBy);
    }

    ToldArticle in(String otherStoryId) {
        return new ToldArticle(reference, first, newest, otherStoryId, digest, ties, supportedBy);
    }

    ToldArticle supportedBy(@Nullable String otherArticleId) {
        return new ToldArticle(reference, first, newest, storyId, digest, ties, otherArticleId);
    }

    ToldArticle asDigest() {
        return new ToldArticle(reference, first, newest, storyId, true, ties, supportedBy);
    }

    ToldArticle seenAgain(Arrival arrival) {
        return new ToldArticle(reference, first, arrival, storyId, digest, ties, supportedBy);
    }

    ToldArticle revised(Reference later, Arrival arrival, List<Tie> laterTies) {
        return new ToldArticle(later, first, arrival, storyId, digest, laterTies, supportedBy);
    }
}
