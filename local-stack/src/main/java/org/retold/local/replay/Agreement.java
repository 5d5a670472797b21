package org.retold.local.replay;

/**
 * How far two ways of dividing the same articles into stories agree, by pairs of articles.
 *
 * @param articles how many were divided
 * @param both pairs that are in one story both ways
 * @param onlyLive pairs that are in one story in the live pipeline alone
 * @param onlyShadow pairs that are in one story in the shadow alone
 */
public record Agreement(long articles, long both, long onlyLive, long onlyShadow) {

    /** Harmonic mean of what each says of the other's pairs, 0 to 1; 1 where neither has a pair. */
    public double pairF1() {
        long all = 2 * both + onlyLive + onlyShadow;
        return all == 0 ? 1 : 2.0 * both / all;
    }

    /** Adjusted Rand index (DOI 10.1007/BF01908075): 1 for the same stories, about 0 for chance. */
    public double adjustedRandIndex() {
        double live = both + (double) onlyLive;
        double shadow = both + (double) onlyShadow;
        double possible = articles * (articles - 1.0) / 2;
        double expected = possible == 0 ? 0 : live * shadow / possible;
        double greatest = (live + shadow) / 2;
        return greatest == expected ? 1 : (both - expected) / (greatest - expected);
    }
}
