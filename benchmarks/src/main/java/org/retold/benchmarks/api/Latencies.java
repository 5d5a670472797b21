package org.retold.benchmarks.api;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** How long answers took, by kind, from when each was due to be asked for to its last byte. */
final class Latencies {

    private static final double NANOS_A_MILLI = 1e6;

    private final Map<String, List<Long>> nanos = new TreeMap<>();
    private final Map<String, Integer> wrong = new TreeMap<>();

    synchronized void took(String kind, long duration) {
        nanos.computeIfAbsent(kind, first -> new ArrayList<>()).add(duration);
    }

    /** It was answered otherwise than it should be. */
    synchronized void wrong(String kind, String how) {
        wrong.merge(kind + ": " + how, 1, Integer::sum);
    }

    /** What was answered otherwise than it should be, and how often. */
    synchronized Map<String, Integer> wrong() {
        return new TreeMap<>(wrong);
    }

    synchronized int count() {
        return nanos.values().stream().mapToInt(List::size).sum();
    }

    /** A line of a table for each kind, and one for all together where there are several. */
    synchronized List<String> table(String all) {
        List<String> lines = new ArrayList<>();
        nanos.forEach((kind, some) -> lines.add(line(kind, some)));
        if (nanos.size() > 1) {
            lines.add(line(
                    "**" + all + "**",
                    nanos.values().stream().flatMap(List::stream).toList()));
        }
        return lines;
    }

    private static String line(String kind, List<Long> some) {
        long[] ascending = some.stream().mapToLong(Long::longValue).sorted().toArray();
        return "| %s | %,d | %.1f | %.1f | %.1f | %.1f | %.1f |"
                .formatted(
                        kind,
                        ascending.length,
                        quantile(ascending, 0.5),
                        quantile(ascending, 0.9),
                        quantile(ascending, 0.99),
                        quantile(ascending, 0.999),
                        quantile(ascending, 1));
    }

    /** Milliseconds that no more than this share of all exceed, nearest rank. */
    static double quantile(long[] ascending, double share) {
        int at = (int) Math.ceil(share * ascending.length) - 1;
        return ascending[Math.max(0, at)] / NANOS_A_MILLI;
    }
}
