package org.retold.benchmarks.load;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.retold.benchmarks.topology.DiskUse;
import org.retold.local.process.Ending;
import org.retold.local.stack.DataDirectory;
import org.retold.local.stack.Events;
import org.retold.local.stack.LocalStack;
import org.retold.local.stack.Part;
import org.retold.local.stack.Service;
import org.retold.local.stack.Sizing;
import org.retold.local.stack.StackPorts;
import org.retold.local.stack.StackSettings;

/**
 * Pushes articles at a constant rate into a freshly started stack, sized as for months, and tells how long each takes until
 * the API tells its story, how soon nothing waits any more after the last, and what memory and disk it takes.
 *
 * <p>Usage: {@code ./retold bench load [RATE] [--warm-up=SECONDS] [--seconds=SECONDS]}: 200 a second for half an hour after
 * five minutes in which they climb to that.
 */
public final class LoadThroughStack {

    private static final int SLICES = 6;
    private static final Duration PATIENCE = Duration.ofMinutes(10);
    private static final double MEBIBYTE = 1 << 20;

    private final LocalStack stack;
    private final Path directory;
    private final Journeys journeys = new Journeys();

    private LoadThroughStack(LocalStack stack, Path directory) {
        this.stack = stack;
        this.directory = directory;
    }

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
        Path root = Path.of(System.getProperty("retold.root", "")).toAbsolutePath();
        Path directory = Files.createDirectories(root.resolve(Path.of("benchmarks", "target", "load")));
        StackSettings settings = new StackSettings(root, directory, StackPorts.free(), Sizing.LASTING, false, Map.of());
        try (DataDirectory data = DataDirectory.hold(directory)) {
            data.empty();
            try (LocalStack stack = new LocalStack(settings, data, new Printed())) {
                stack.start();
                new LoadThroughStack(stack, directory).measure(setup);
            }
        }
    }

    private void measure(Setup setup) throws IOException, InterruptedException {
        Pusher pusher = new Pusher(stack.client(Service.INGEST), stack.operatorToken(), journeys);
        try (Listener listener = new Listener(stack.client(Service.API).base(), journeys)) {
            listener.start();
            System.out.printf("%s%n", setup);
            pusher.climb(setup.rate(), setup.warmUp().toSeconds());
            System.out.printf(
                    "%n| part | waits, in articles | memory, MiB | last push late, s | CPU ms an article |%n");
            System.out.printf("|---|---|---|---|---|%n");
            List<Long> bounds = new ArrayList<>(List.of(System.nanoTime()));
            Cost before = Cost.soFar(stack.parts());
            long arrived = journeys.arrived();
            for (int slice = 1; slice <= SLICES; slice++) {
                Cost beforeSlice = Cost.soFar(stack.parts());
                long arrivedBefore = journeys.arrived();
                double late = pusher.push(setup.rate(), setup.length().toSeconds() / SLICES);
                bounds.add(System.nanoTime());
                System.out.printf(
                        "| %d of %d | %,d | %,.0f | %.1f | %.2f |%n",
                        slice,
                        SLICES,
                        journeys.expected() - journeys.arrived(),
                        residentBytes() / MEBIBYTE,
                        late,
                        all(Cost.soFar(stack.parts()).eachSince(beforeSlice, journeys.arrived() - arrivedBefore)));
            }
            long end = System.nanoTime();
            awaitAll(end);
            tell(Cost.soFar(stack.parts()).eachSince(before, journeys.arrived() - arrived));
            tell(bounds);
        }
    }

    /** Of the pipeline; who pushes remembers each article. */
    private double residentBytes() {
        return stack.parts().stream().mapToLong(Part::residentBytes).sum();
    }

    private void awaitAll(long end) throws InterruptedException {
        while (journeys.arrived() < journeys.expected() && System.nanoTime() - end < PATIENCE.toNanos()) {
            Thread.sleep(20);
        }
        System.out.printf(
                "%n%,d of %,d articles are in stories %.1f s after the last push.%n",
                journeys.arrived(), journeys.expected(), (System.nanoTime() - end) / 1e9);
    }

    private static void tell(Map<String, Double> cost) {
        System.out.printf("%n| part | CPU ms an article |%n|---|---|%n");
        cost.forEach((part, each) -> System.out.printf("| %s | %.2f |%n", part, each));
        System.out.printf("| **all** | %.2f |%n", all(cost));
    }

    private static double all(Map<String, Double> cost) {
        return cost.values().stream().mapToDouble(each -> each).sum();
    }

    private void tell(List<Long> bounds) throws IOException {
        System.out.printf(
                "%n| accepted in part | articles | p50, s | p90 | p99 | slowest |%n|---|---|---|---|---|---|%n");
        for (int slice = 1; slice < bounds.size(); slice++) {
            tell(slice + " of " + SLICES, bounds.get(slice - 1), bounds.get(slice));
        }
        tell("**all**", bounds.getFirst(), bounds.getLast());
        System.out.printf("%n| disk | bytes an article |%n|---|---|%n");
        for (String part : List.of("kafka", "postgres", "services")) {
            System.out.printf(
                    "| %s | %,.0f |%n", part, (double) DiskUse.of(directory.resolve(part), part) / journeys.expected());
        }
    }

    private void tell(String name, long from, long to) {
        double[] seconds = journeys.secondsOfAcceptedWithin(from, to);
        if (seconds.length > 0) {
            System.out.printf(
                    "| %s | %,d | %.2f | %.2f | %.2f | %.2f |%n",
                    name,
                    seconds.length,
                    quantile(seconds, 0.5),
                    quantile(seconds, 0.9),
                    quantile(seconds, 0.99),
                    seconds[seconds.length - 1]);
        }
    }

    /** Nearest rank. */
    static double quantile(double[] ascending, double share) {
        return ascending[Math.max(0, (int) Math.ceil(share * ascending.length) - 1)];
    }

    /** Progress for whoever waits. */
    private static final class Printed implements Events {

        @Override
        public void say(String line) {
            System.out.println(line);
        }

        @Override
        public void died(Ending ending) {
            System.out.println("died: " + ending.how());
        }
    }
}
