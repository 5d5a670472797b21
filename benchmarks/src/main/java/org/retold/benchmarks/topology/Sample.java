package org.retold.benchmarks.topology;

import java.util.function.Predicate;

/**
 * Where the service stands.
 *
 * @param nanoseconds on a clock of no beginning
 * @param decided articles
 * @param scored candidates, all shards together
 * @param verified pairs, all shards together
 * @param writingSeconds that the story writer has worked
 * @param heap bytes in use
 */
record Sample(
        long nanoseconds,
        double dedupeCpuSeconds,
        double brokerCpuSeconds,
        long decided,
        long scored,
        long verified,
        double writingSeconds,
        long heap) {

    /** @param page in the text format of Prometheus, or of OpenMetrics */
    static Sample of(long nanoseconds, double dedupeCpuSeconds, double brokerCpuSeconds, String page) {
        return new Sample(
                nanoseconds,
                dedupeCpuSeconds,
                brokerCpuSeconds,
                (long) sum(page, line -> line.startsWith("retold_dedupe_articles_decided_total{")),
                (long) sum(page, line -> line.startsWith("retold_dedupe_candidates_sum")),
                (long) sum(page, line -> line.startsWith("retold_dedupe_verifications_total")),
                sum(page, line -> line.startsWith("retold_dedupe_writing_seconds_sum")),
                (long) sum(page, line -> line.startsWith("jvm_memory_used_bytes{") && line.contains("area=\"heap\"")));
    }

    /** Of both instances of one service, beside one broker, as of when the later one was asked. */
    Sample and(Sample other) {
        return new Sample(
                Math.max(nanoseconds, other.nanoseconds),
                dedupeCpuSeconds + other.dedupeCpuSeconds,
                Math.max(brokerCpuSeconds, other.brokerCpuSeconds),
                decided + other.decided,
                scored + other.scored,
                verified + other.verified,
                writingSeconds + other.writingSeconds,
                heap + other.heap);
    }

    private static double sum(String page, Predicate<String> wanted) {
        return page.lines().filter(wanted).mapToDouble(Sample::value).sum();
    }

    /** Behind name and labels; behind it an exemplar may stand, which has labels and a value of its own. */
    private static double value(String line) {
        int example = line.indexOf(" # {");
        String own = example < 0 ? line : line.substring(0, example);
        String labelled = own.substring(own.indexOf('}') + 1);
        return Double.parseDouble(labelled.substring(labelled.lastIndexOf(' ') + 1));
    }
}
