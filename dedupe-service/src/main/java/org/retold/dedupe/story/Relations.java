package org.retold.dedupe.story;

import java.util.Optional;
import org.retold.contract.Article;
import org.retold.contract.Relation;
import org.retold.dedupe.article.Reference;

/** What an article is to the original of its story. */
final class Relations {

    /** An article with at most this share of the original's words is condensed. */
    static final double CONDENSED = 2.0 / 3;

    /** An article with at least this many times the original's words is expanded. */
    static final double EXPANDED = 1.5;

    private Relations() {}

    /** As the verifier saw the pair, in whichever direction; else by language and length. */
    static Relation towards(ToldArticle original, ToldArticle article) {
        if (original.id().equals(article.id())) {
            return Relation.ORIGINAL;
        }
        Optional<Relation> seen = article.tieTo(original.id()).map(Tie::relation);
        return seen.or(() -> original.tieTo(article.id()).map(Tie::reverse))
                .orElseGet(() -> estimate(original.reference(), article.reference()));
    }

    private static Relation estimate(Reference original, Reference article) {
        if (isKnown(original.language())
                && isKnown(article.language())
                && !original.language().equals(article.language())) {
            return Relation.TRANSLATION;
        }
        double ratio = (double) article.words() / Math.max(1, original.words());
        return ratio <= CONDENSED ? Relation.CONDENSED : ratio >= EXPANDED ? Relation.EXPANDED : Relation.RETELLING;
    }

    private static boolean isKnown(String language) {
        return !language.equals(Article.UNDETERMINED);
    }
}
