package org.retold.dedupe.article;

import org.jspecify.annotations.Nullable;
import org.retold.contract.Article;
import org.retold.contract.Article.Completeness;
import org.retold.contract.Credits;
import org.retold.contract.Published;
import org.retold.contract.Publisher;

/**
 * An article without its text: what a story lists of it.
 *
 * @param title at most {@link #LONGEST_TITLE} characters
 * @param words of title and text
 */
public record Reference(
        String id,
        String revision,
        Completeness completeness,
        String url,
        @Nullable String externalId,
        Publisher publisher,
        String title,
        @Nullable Published published,
        String language,
        Credits credits,
        int words) {

    /** A story repeats its articles' titles in every snapshot, so they are cut here, in UTF-16 units. */
    static final int LONGEST_TITLE = 300;

    public static Reference of(Article article, int words) {
        return new Reference(
                article.id(),
                article.revision(),
                article.completeness(),
                article.url(),
                article.externalId(),
                article.publisher(),
                cut(article.title()),
                article.published(),
                article.language(),
                article.credits(),
                words);
    }

    /** An introduction never replaces a full text, and the same text replaces nothing. */
    public boolean isReplacedBy(Reference later) {
        return replaces(later.revision, later.completeness, revision, completeness);
    }

    /** The rule behind {@link #isReplacedBy}, for those who hold only these. */
    public static boolean replaces(
            String laterRevision, Completeness later, String earlierRevision, Completeness earlier) {
        return !laterRevision.equals(earlierRevision)
                && !(later == Completeness.INTRODUCTION && earlier == Completeness.FULL);
    }

    private static String cut(String title) {
        if (title.length() <= LONGEST_TITLE) {
            return title;
        }
        int end = LONGEST_TITLE - 1;
        return title.substring(0, Character.isHighSurrogate(title.charAt(end - 1)) ? end - 1 : end) + "…";
    }
}
