package org.retold.dedupe.verify;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.retold.contract.Evidence;
import org.retold.contract.Evidence.Passage;

/** The sentences of an article that another tells best, each with the sentence that tells it. */
final class Passages {

    private static final double LEAST_LIKENESS = 0.25;

    private Passages() {}

    static List<Passage> of(Comparison comparison) {
        Alignment alignment = comparison.alignment();
        List<Passage> passages = new ArrayList<>();
        for (int sentence = 0; sentence < alignment.best().length; sentence++) {
            int best = alignment.best()[sentence];
            if (best >= 0 && alignment.overlap()[sentence] >= LEAST_LIKENESS) {
                int here = alignment.swapped() ? best : sentence;
                int there = alignment.swapped() ? sentence : best;
                passages.add(new Passage(
                        comparison.a.range(here),
                        comparison.b.range(there),
                        Math.min(1, rounded(alignment.overlap()[sentence]))));
            }
        }
        return passages.stream()
                .sorted(Comparator.comparingDouble(Passage::similarity).reversed())
                .limit(Evidence.MAX_PASSAGES)
                .toList();
    }

    private static double rounded(double value) {
        return Math.round(value * 1000) / 1000.0;
    }
}
