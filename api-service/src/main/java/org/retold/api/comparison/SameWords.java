package org.retold.api.comparison;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Finds words that stand in both texts in the same order, five or more in a row. */
final class SameWords {

    private static final int RUN = 5;

    private SameWords() {}

    static void mark(MarkedText here, MarkedText there) {
        Set<String> ours = runs(here.words());
        Set<String> theirs = runs(there.words());
        mark(here, theirs);
        mark(there, ours);
    }

    private static Set<String> runs(List<Word> words) {
        Set<String> runs = new HashSet<>();
        for (int i = 0; i + RUN <= words.size(); i++) {
            runs.add(run(words, i));
        }
        return runs;
    }

    private static void mark(MarkedText text, Set<String> runs) {
        List<Word> words = text.words();
        for (int i = 0; i + RUN <= words.size(); i++) {
            Word first = words.get(i);
            Word last = words.get(i + RUN - 1);
            if (first.block() == last.block() && runs.contains(run(words, i))) {
                text.same(first.block(), first.from(), last.to());
            }
        }
    }

    private static String run(List<Word> words, int start) {
        return words.subList(start, start + RUN).stream().map(Word::folded).collect(Collectors.joining(" "));
    }
}
