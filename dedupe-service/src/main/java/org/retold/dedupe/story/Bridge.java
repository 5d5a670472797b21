package org.retold.dedupe.story;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.Stream;

/** A link between articles of two stories, or of two parts of one. */
record Bridge(String here, String there, double score) {

    static final Comparator<Bridge> STRONGEST = Comparator.comparingDouble(Bridge::score)
            .reversed()
            .thenComparing(Bridge::here)
            .thenComparing(Bridge::there);

    /** Strongest first. */
    static List<Bridge> between(List<ToldArticle> some, List<ToldArticle> others) {
        List<Bridge> bridges = new ArrayList<>();
        for (ToldArticle one : some) {
            for (ToldArticle other : others) {
                scoreOf(one, other).ifPresent(score -> bridges.add(new Bridge(one.id(), other.id(), score)));
            }
        }
        bridges.sort(STRONGEST);
        return bridges;
    }

    /** Whichever came later was compared with the other, or neither was. */
    private static OptionalDouble scoreOf(ToldArticle one, ToldArticle other) {
        return Stream.concat(one.tieTo(other.id()).stream(), other.tieTo(one.id()).stream())
                .mapToDouble(Tie::score)
                .max();
    }

    boolean sharesNoArticleWith(Bridge other) {
        return !here.equals(other.here) && !there.equals(other.there);
    }
}
