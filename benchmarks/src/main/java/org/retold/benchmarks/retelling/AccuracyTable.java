package org.retold.benchmarks.retelling;

import static java.util.Locale.ROOT;

import org.retold.benchmarks.score.Agreement;
import org.retold.benchmarks.score.Table;

/** How well stories agree with the labels, a line a stream. */
final class AccuracyTable {

    private final Table table = new Table(
            "stream",
            "articles",
            "pair precision",
            "recall",
            "F1 (95 % of resampled groups)",
            "B³ F1",
            "ARI",
            "look-alikes pulled in");

    void add(String name, CrossValidation validation) {
        double[] interval = validation.interval();
        add(name, validation.pooled(), " (%.2f .. %.2f)".formatted(interval[0], interval[1]));
    }

    void add(String name, Agreement agreement) {
        add(name, agreement, "");
    }

    private void add(String name, Agreement agreement, String interval) {
        table.row(
                name,
                "%d".formatted(agreement.articles()),
                three(agreement.pairs().precision()),
                three(agreement.pairs().recall()),
                "**%s**%s".formatted(three(agreement.pairs().f1()), interval),
                three(agreement.bCubed().f1()),
                three(agreement.adjustedRand()),
                "%d of %d".formatted(agreement.pulledIn(), agreement.alone()));
    }

    private static String three(double value) {
        return String.format(ROOT, "%.3f", value);
    }

    @Override
    public String toString() {
        return table.toString();
    }
}
