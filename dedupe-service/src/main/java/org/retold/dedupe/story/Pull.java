package org.retold.dedupe.story;

import java.util.Comparator;
import java.util.List;
import org.retold.dedupe.shard.Link;
import org.retold.dedupe.verify.Clustering;

/**
 * How strongly a story attracts an article.
 *
 * @param strength blended score, 0 to 1
 * @param links into the story, strongest first, at least one
 */
record Pull(StoryState story, double strength, List<Link> links) {

    /** Strongest first, then the older story. */
    static final Comparator<Pull> STRONGEST = Comparator.comparingDouble(Pull::strength)
            .reversed()
            .thenComparing(pull -> pull.story().founded());

    static Pull of(StoryState story, List<Link> links, Clustering clustering) {
        List<Link> strongest = links.stream().sorted(Link.STRONGEST).toList();
        return new Pull(
                story, blend(strongest.stream().map(Link::score).toList(), story.size(), clustering), strongest);
    }

    /**
     * Part best link, part mean of the strongest links, where a link that was not verified counts as absent.
     *
     * @param scores strongest first, at least one
     */
    static double blend(List<Double> scores, int members, Clustering clustering) {
        int averaged = Math.max(1, Math.min(members, clustering.links()));
        double sum = 0;
        for (int i = 0; i < averaged; i++) {
            sum += i < scores.size() ? scores.get(i) : clustering.absent();
        }
        return clustering.bestShare() * scores.getFirst() + (1 - clustering.bestShare()) * sum / averaged;
    }

    Link strongest() {
        return links.getFirst();
    }

    /** Which parts of the article match this story, a bit each. */
    long parts() {
        return links.stream().map(Tie::of).mapToLong(Tie::here).reduce(0, (a, b) -> a | b);
    }
}
