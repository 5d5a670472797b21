package org.retold.benchmarks.topology;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;

/**
 * Measures the whole dedupe service at some sizes of its index: a broker and the service as processes, made articles in
 * their topic.
 *
 * <p>Usage: {@code ./retold bench topology [SIZE ...] [--window=5000] [--instances=1] [--threads=2] [--heap=2g]
 * [--all-cores] [--restart] [--java=OPTION ...]}.
 */
public final class TopologyThroughput {

    private static final String HEAD = """
            | articles in the index | articles/s | dedupe: CPU ms an article | articles per CPU second \
            | broker: CPU ms an article | scored an article | verified an article | writer: ms an article \
            | heap B an article | disk B an article | changelogs B an article |
            |---|---|---|---|---|---|---|---|---|---|---|""";

    private TopologyThroughput() {}

    public static void main(String[] arguments) throws IOException, InterruptedException {
        Locale.setDefault(Locale.ROOT);
        Setup setup;
        try {
            setup = Setup.of(arguments);
        } catch (IllegalArgumentException e) {
            System.err.println(e.getMessage());
            System.exit(2);
            return;
        }
        Path work = Path.of(System.getProperty("retold.root", ""), "benchmarks", "target", "topology")
                .toAbsolutePath();
        System.out.println(setup + (PinnedProcess.canPin() ? "" : " (cores are not pinned: there is no taskset)"));
        try (Deployment deployment = new Deployment(setup, work)) {
            deployment.awaitReady();
            Footprint empty = deployment.footprint();
            System.out.println(HEAD);
            for (int size : setup.sizes()) {
                System.out.println(line(size, setup.window(), empty, deployment));
            }
            if (setup.restart()) {
                for (Ending ending : Ending.values()) {
                    System.out.printf(
                            "%s, %d articles: %.1f s to the next decision%n",
                            ending.words(), deployment.published(), deployment.restarted(ending));
                }
            }
        }
    }

    private static String line(int size, int window, Footprint empty, Deployment deployment)
            throws IOException, InterruptedException {
        Sample from = deployment.publishAndDecide(size);
        Sample to = deployment.publishAndDecide(size + window);
        Footprint kept = deployment.footprint();
        double articles = to.decided() - from.decided();
        double seconds = (to.nanoseconds() - from.nanoseconds()) / 1e9;
        double dedupe = to.dedupeCpuSeconds() - from.dedupeCpuSeconds();
        double broker = to.brokerCpuSeconds() - from.brokerCpuSeconds();
        return "| %,d | %.0f | %.2f | %.0f | %.2f | %.1f | %.2f | %.3f | %,d | %,d | %,d |"
                .formatted(
                        from.decided(),
                        articles / seconds,
                        1000 * dedupe / articles,
                        articles / dedupe,
                        1000 * broker / articles,
                        (to.scored() - from.scored()) / articles,
                        (to.verified() - from.verified()) / articles,
                        1000 * (to.writingSeconds() - from.writingSeconds()) / articles,
                        (kept.heap() - empty.heap()) / kept.articles(),
                        (kept.disk() - empty.disk()) / kept.articles(),
                        (kept.changelogs() - empty.changelogs()) / kept.articles());
    }
}
