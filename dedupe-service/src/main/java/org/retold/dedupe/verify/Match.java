package org.retold.dedupe.verify;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.retold.contract.Evidence;
import org.retold.contract.Relation;

/**
 * What the verifier found between an article and another.
 *
 * @param score probability that both derive from one source report, 0 to 1
 * @param similarity weighted Jaccard similarity of their terms, 0 to 1
 * @param containment weighted share of the article's terms that the other has, 0 to 1
 * @param otherContainment weighted share of the other's terms that the article has, 0 to 1
 * @param copied share of the shorter text that the longer repeats word by word, 0 to 1
 * @param lengthRatio words of the article by words of the other
 * @param sameLanguage false if both are known and differ
 * @param passages best matching first
 * @param facts rarest first
 * @param sharedCredits agencies and reporters that both credit
 */
public record Match(
        String articleId,
        String revision,
        String otherArticleId,
        String otherRevision,
        double score,
        double similarity,
        double containment,
        double otherContainment,
        double copied,
        double lengthRatio,
        boolean sameLanguage,
        List<Evidence.Passage> passages,
        List<Evidence.Fact> facts,
        List<String> sharedCredits,
        String modelVersion) {

    public Match {
        passages = List.copyOf(passages);
        facts = List.copyOf(facts);
        sharedCredits = List.copyOf(sharedCredits);
    }

    private static final double COPIED = 0.6;
    private static final double MUCH_SHORTER = 0.7;

    /** How the article derives from the other, taken as the one that was there first. */
    public Relation relation() {
        boolean shorter = lengthRatio < MUCH_SHORTER;
        boolean longer = lengthRatio > 1 / MUCH_SHORTER;
        if (!sameLanguage) {
            return Relation.TRANSLATION;
        }
        if (copied >= COPIED && !shorter && !longer) {
            return Relation.COPY;
        }
        if (shorter) {
            return Relation.CONDENSED;
        }
        return longer ? Relation.EXPANDED : Relation.RETELLING;
    }

    /** The same, seen from the other article. */
    public Match reversed() {
        return new Match(
                otherArticleId,
                otherRevision,
                articleId,
                revision,
                score,
                similarity,
                otherContainment,
                containment,
                copied,
                1 / lengthRatio,
                sameLanguage,
                passages.stream()
                        .map(passage -> new Evidence.Passage(passage.there(), passage.here(), passage.similarity()))
                        .toList(),
                facts.stream().map(Match::reversed).toList(),
                sharedCredits,
                modelVersion);
    }

    private static Evidence.Fact reversed(Evidence.Fact fact) {
        String other = fact.otherText();
        return other == null ? fact : new Evidence.Fact(fact.kind(), other, fact.text());
    }

    /** The contract's record of this match, within its bounds. */
    public Evidence evidence(@Nullable String storyId, Relation relation, String sketchVersion) {
        return new Evidence(
                articleId,
                revision,
                otherArticleId,
                otherRevision,
                storyId,
                relation,
                score,
                similarity,
                containment,
                otherContainment,
                passages,
                facts,
                sharedCredits,
                modelVersion,
                sketchVersion);
    }
}
