package org.retold.dedupe.verify;

/**
 * How stories are to be built from scores; validated together with the weights and shipped in the same resource.
 *
 * @param joinAt blended score from which an article joins its best story, or a story of one another, 0 to 1
 * @param stayAt blended score below which an article leaves a story that has grown without it, 0 to {@code joinAt}
 * @param mergeAt score of each of the two bridges that merge two larger stories, 0 to 1
 * @param holdAt score of each of the two bridges that keep a larger story in one piece, 0 to {@code mergeAt}
 * @param bestShare share of the best link in the blended score; the rest is the mean of the strongest links
 * @param links how many of a story's strongest links are averaged
 * @param absent score that stands in for a link that was not verified, 0 to 1
 */
public record Clustering(
        double joinAt, double stayAt, double mergeAt, double holdAt, double bestShare, int links, double absent) {

    public Clustering {
        fraction(joinAt, "joinAt");
        fraction(mergeAt, "mergeAt");
        noMoreThan(joinAt, stayAt, "stayAt");
        noMoreThan(mergeAt, holdAt, "holdAt");
        fraction(bestShare, "bestShare");
        fraction(absent, "absent");
        if (links < 1) {
            throw new IllegalArgumentException("links must be positive, not " + links);
        }
    }

    private static void fraction(double value, String name) {
        if (!(value >= 0 && value <= 1)) {
            throw new IllegalArgumentException("%s must be from 0 to 1, not %s".formatted(name, value));
        }
    }

    /** What keeps a story together asks no more than what made it, or it would come and go. */
    private static void noMoreThan(double most, double value, String name) {
        if (!(value >= 0 && value <= most)) {
            throw new IllegalArgumentException("%s must be from 0 to %s, not %s".formatted(name, most, value));
        }
    }
}
