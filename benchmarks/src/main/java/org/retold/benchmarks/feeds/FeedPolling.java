package org.retold.benchmarks.feeds;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.retold.benchmarks.topology.PinnedProcess;
import org.retold.contract.FeedStatus;
import org.retold.contract.Topics;

/**
 * Measures whether one ingest-service polls very many feeds in time.
 *
 * <p>Usage: {@code ./retold bench feeds [FEEDS] [--every=15] [--minutes=40] [--heap=256m]}, minutes all. Ends with 1 when a
 * poll was later than two minutes.
 */
public final class FeedPolling {

    private static final Duration TOO_LATE = Duration.ofMinutes(2);
    private static final Duration REPORT = Duration.ofMinutes(5);
    private static final int A_LIST = 1_000;
    private static final double MEBIBYTE = 1024.0 * 1024;
    private static final String HEAD = """
            | minutes | polls | polls/s | requests/s | late, median s | p99 s | p99.9 s | latest s \
            | ingest: CPU % of a core | broker, PostgreSQL: CPU % of a core | ingest: RSS MiB |
            |---|---|---|---|---|---|---|---|---|---|---|""";

    private final Setup setup;
    private final Deployment deployment;
    private final ManySites sites;
    private final Lateness lateness;
    private final InstantSource clock = InstantSource.system();

    private FeedPolling(Setup setup, Deployment deployment, ManySites sites, Lateness lateness) {
        this.setup = setup;
        this.deployment = deployment;
        this.sites = sites;
        this.lateness = lateness;
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
        Path work = Path.of(System.getProperty("retold.root", ""), "benchmarks", "target", "feeds")
                .toAbsolutePath();
        System.out.println(setup + (PinnedProcess.canPin() ? "" : " (cores are not pinned: there is no taskset)"));
        Lateness lateness = new Lateness();
        Duration latest;
        try (ManySites sites = ManySites.open(setup.feeds(), lateness);
                Deployment deployment = new Deployment(setup, work)) {
            latest = new FeedPolling(setup, deployment, sites, lateness).measure();
        }
        System.exit(latest.compareTo(TOO_LATE) > 0 ? 1 : 0);
    }

    private Duration measure() throws IOException, InterruptedException {
        Thread listening = Thread.ofPlatform().daemon().start(this::listen);
        for (int from = 0; from < setup.feeds(); from += A_LIST) {
            String list = sites.opml(from, Math.min(setup.feeds(), from + A_LIST));
            deployment.client().post("api/v1/feeds/import", "text/x-opml", list, Deployment.TOKEN);
        }
        System.out.printf("%d feeds imported at %s%n", setup.feeds(), clock.instant());
        pause(setup.every().plus(REPORT.dividedBy(5)));
        lateness.forget();
        System.out.printf("measured from %s on, after the first polls%n%s%n", clock.instant(), HEAD);
        Sample first = Sample.of(deployment, sites, clock.instant());
        Instant end = first.at().plus(setup.measured());
        while (clock.instant().isBefore(end)) {
            pause(shorter(REPORT, Duration.between(clock.instant(), end)));
            System.out.println(line(first, Sample.of(deployment, sites, clock.instant())));
        }
        listening.interrupt();
        System.out.printf(
                "ended at %s; the most memory it ever held: %.0f MiB%n",
                clock.instant(), deployment.ingestMemory("VmHWM") / MEBIBYTE);
        return Lateness.quantile(lateness.soFar(clock.instant()), 1);
    }

    private void listen() {
        try (KafkaConsumer<String, FeedStatus> consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", deployment.kafka()),
                new StringDeserializer(),
                Topics.FEEDS.valueSerde().deserializer())) {
            TopicPartition only = new TopicPartition(Topics.FEEDS.name(), 0);
            consumer.assign(List.of(only));
            consumer.seekToBeginning(List.of(only));
            while (!Thread.interrupted()) {
                for (ConsumerRecord<String, FeedStatus> record : consumer.poll(Duration.ofMillis(200))) {
                    planned(record.value());
                }
            }
        } catch (InterruptException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void planned(FeedStatus status) {
        if (status.nextPoll() != null) {
            lateness.planned(status.url(), status.nextPoll());
        }
    }

    private void pause(Duration duration) throws InterruptedException {
        long until = System.nanoTime() + duration.toNanos();
        while (System.nanoTime() < until) {
            if (!deployment.isAlive()) {
                throw new IllegalStateException("a process has ended; its log says why");
            }
            Thread.sleep(Math.clamp((until - System.nanoTime()) / 1_000_000, 1, 1_000));
        }
    }

    private String line(Sample from, Sample to) {
        List<Duration> late = lateness.soFar(clock.instant());
        double seconds = Duration.between(from.at(), to.at()).toMillis() / 1000.0;
        return "| %.0f | %,d | %.1f | %.1f | %.2f | %.2f | %.2f | %.2f | %.0f | %.0f | %.0f |"
                .formatted(
                        seconds / 60,
                        late.size(),
                        late.size() / seconds,
                        (to.requests() - from.requests()) / seconds,
                        late(late, 0.5),
                        late(late, 0.99),
                        late(late, 0.999),
                        late(late, 1),
                        100 * (to.ingestCpuSeconds() - from.ingestCpuSeconds()) / seconds,
                        100 * (to.othersCpuSeconds() - from.othersCpuSeconds()) / seconds,
                        to.memory() / MEBIBYTE);
    }

    private static double late(List<Duration> ascending, double share) {
        return Lateness.quantile(ascending, share).toMillis() / 1000.0;
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }
}
