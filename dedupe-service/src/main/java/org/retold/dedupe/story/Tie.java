package org.retold.dedupe.story;

import java.util.List;
import java.util.function.Function;
import org.retold.contract.Evidence.Passage;
import org.retold.contract.Evidence.Range;
import org.retold.contract.Relation;
import org.retold.dedupe.shard.Link;

/**
 * What stays of a link when its evidence is written: from an article to an earlier one.
 *
 * @param relation of the article to the other
 * @param reverse relation of the other to the article
 * @param here which parts of the article match, a bit each
 * @param there which parts of the other match, a bit each
 */
public record Tie(String articleId, double score, Relation relation, Relation reverse, long here, long there) {

    /** A bit stands for this many characters of a paragraph. */
    private static final int PART = 400;

    /** A paragraph has this many bits. */
    private static final int PARTS = 4;

    /** Two sets of passages are about different parts when less than this share of the smaller is common. */
    private static final double APART = 0.25;

    static Tie of(Link link) {
        return new Tie(
                link.otherArticleId(),
                link.score(),
                link.match().relation(),
                link.match().reversed().relation(),
                parts(link.match().passages(), Passage::here),
                parts(link.match().passages(), Passage::there));
    }

    /** Whether both name passages, and these lie in different parts of one article. */
    static boolean areApart(long some, long others) {
        int smaller = Math.min(Long.bitCount(some), Long.bitCount(others));
        return smaller > 0 && Long.bitCount(some & others) < APART * smaller;
    }

    private static long parts(List<Passage> passages, Function<Passage, Range> side) {
        long parts = 0;
        for (Passage passage : passages) {
            Range range = side.apply(passage);
            for (int part = part(range.from()); part <= part(Math.max(range.from(), range.to() - 1)); part++) {
                parts |= 1L << Math.floorMod(range.paragraph() * PARTS + part, Long.SIZE);
            }
        }
        return parts;
    }

    private static int part(int character) {
        return Math.min(PARTS - 1, character / PART);
    }
}
