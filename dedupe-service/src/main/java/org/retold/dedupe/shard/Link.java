package org.retold.dedupe.shard;

import java.util.Comparator;
import org.retold.dedupe.verify.Match;

/**
 * A verified pair: the probe and an earlier article.
 *
 * @param promise the cheap score that had it verified; orders links of all shards alike
 */
public record Link(double promise, Match match) {

    /** Most promising first; the same for any number of shards. */
    public static final Comparator<Link> MOST_PROMISING =
            Comparator.comparingDouble(Link::promise).reversed().thenComparing(Link::otherArticleId);

    /** Strongest first. */
    public static final Comparator<Link> STRONGEST =
            Comparator.comparingDouble(Link::score).reversed().thenComparing(Link::otherArticleId);

    public String otherArticleId() {
        return match.otherArticleId();
    }

    public double score() {
        return match.score();
    }
}
