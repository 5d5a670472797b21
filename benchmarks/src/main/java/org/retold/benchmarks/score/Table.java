package org.retold.benchmarks.score;

import java.util.Collections;
import java.util.List;

/** A table of a page, line by line; each line is printed at once for whoever waits. */
public final class Table {

    private final StringBuilder text = new StringBuilder();

    public Table(String... heads) {
        line(List.of(heads));
        line(Collections.nCopies(heads.length, "---"));
    }

    public Table row(String... cells) {
        line(List.of(cells));
        return this;
    }

    private void line(List<String> cells) {
        String line = "| " + String.join(" | ", cells) + " |\n";
        System.out.print(line);
        text.append(line);
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
