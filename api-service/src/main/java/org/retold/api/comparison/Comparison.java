package org.retold.api.comparison;

import java.util.ArrayList;
import java.util.List;
import org.retold.contract.Evidence;

/**
 * Two texts, with what they share marked in both.
 *
 * @param here the first, its title first
 * @param there the second
 * @param passages so many are marked
 * @param sameHere share of the first's words that the second has in the same order, 0 to 1
 * @param sameThere the other way round
 */
public record Comparison(
        List<MarkedBlock> here, List<MarkedBlock> there, int passages, double sameHere, double sameThere) {

    public Comparison {
        here = List.copyOf(here);
        there = List.copyOf(there);
    }

    /**
     * Compares.
     *
     * @param passages that match, as the evidence has them; those that a text does not have are left out
     * @param facts that both say, as the evidence has them
     */
    public static Comparison of(
            ComparedText here, ComparedText there, List<Evidence.Passage> passages, List<Evidence.Fact> facts) {
        MarkedText ours = new MarkedText(here);
        MarkedText theirs = new MarkedText(there);
        List<Evidence.Passage> present = passages.stream()
                .filter(passage -> ours.has(passage.here()) && theirs.has(passage.there()))
                .toList();
        for (int i = 0; i < present.size(); i++) {
            ours.passage(i + 1, present.get(i).here());
            theirs.passage(i + 1, present.get(i).there());
        }
        SameWords.mark(ours, theirs);
        SharedFacts.mark(ours, theirs, facts);
        SharedQuotes.mark(ours, theirs);
        return new Comparison(
                new ArrayList<>(ours.marked()),
                new ArrayList<>(theirs.marked()),
                present.size(),
                ours.sameShare(),
                theirs.sameShare());
    }
}
