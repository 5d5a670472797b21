package org.retold.benchmarks.feeds;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.retold.benchmarks.topology.PinnedProcess;
import org.retold.local.http.ServiceClient;
import org.retold.local.kafka.BrokerMain;
import org.retold.local.kafka.BrokerSettings;
import org.retold.local.postgres.PostgresCluster;
import org.retold.local.postgres.PostgresSettings;
import org.retold.local.process.Directories;
import org.retold.local.process.Ports;

/** A broker, a PostgreSQL and the ingest-service, each a process as in production, on two cores together. */
final class Deployment implements AutoCloseable {

    static final String TOKEN = UUID.randomUUID().toString();

    private static final String TWO_CORES = "0,1";
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private final Path work;
    private final int kafkaPort = Ports.free();
    private final int postgresPort = Ports.free();
    private final int httpPort = Ports.free();
    private final String password = UUID.randomUUID().toString();
    private final PinnedProcess postgres;
    private final PinnedProcess broker;
    private final PinnedProcess ingest;

    Deployment(Setup setup, Path work) throws IOException, InterruptedException {
        this.work = work;
        Directories.delete(work);
        Files.createDirectories(work);
        PostgresCluster cluster =
                PostgresCluster.prepared(new PostgresSettings(work.resolve("postgres"), postgresPort, password, true));
        postgres = start(cluster.command(postgresPort), Map.of(), "postgres");
        await(postgres, cluster::isReady);
        Path ready = work.resolve("kafka.ready");
        List<String> command = java("-Xmx384m");
        command.addAll(List.of("-cp", System.getProperty("java.class.path")));
        command.addAll(BrokerMain.arguments(new BrokerSettings(work.resolve("kafka"), kafkaPort), ready));
        broker = start(command, Map.of(), "kafka");
        await(broker, () -> BrokerMain.isReady(ready, broker.pid()));
        ingest = startIngest(setup);
        await(ingest, client()::isReady);
    }

    private PinnedProcess startIngest(Setup setup) throws IOException {
        List<String> command = java("-Xmx" + setup.heap());
        command.add("-XX:+ExitOnOutOfMemoryError");
        long minutes = setup.every().toMinutes();
        command.addAll(List.of(
                // What brings something may be asked a third sooner; everything is asked at least every interval.
                "-Dretold.ingest.poll.shortest=%dm".formatted(Math.max(1, minutes * 2 / 3)),
                "-Dretold.ingest.poll.usual=%dm".formatted(minutes),
                "-Dretold.ingest.poll.longest=%dm".formatted(minutes),
                // Hosts under .localhost are spaced as sites out there are.
                "-Dretold.ingest.fetch.local-spacing=1s"));
        Path checkout = Path.of(System.getProperty("retold.root", "")).toAbsolutePath();
        command.addAll(List.of(
                "-jar",
                checkout.resolve("ingest-service/target/quarkus-app/quarkus-run.jar")
                        .toString()));
        return start(
                command,
                Map.of(
                        "RETOLD_KAFKA",
                        kafka(),
                        "RETOLD_JDBC_URL",
                        PostgresCluster.jdbcUrl(postgresPort),
                        "RETOLD_JDBC_USER",
                        PostgresCluster.USER,
                        "RETOLD_JDBC_PASSWORD",
                        password,
                        "RETOLD_OPERATOR_TOKEN",
                        TOKEN,
                        "RETOLD_ALLOW_PRIVATE_NETWORKS",
                        "true",
                        "RETOLD_DATA",
                        work.resolve("data").toString(),
                        "QUARKUS_HTTP_PORT",
                        Integer.toString(httpPort)),
                "ingest");
    }

    private PinnedProcess start(List<String> command, Map<String, String> environment, String name) throws IOException {
        return PinnedProcess.start(command, TWO_CORES, environment, work.resolve(name + ".log"));
    }

    private static List<String> java(String heap) {
        return new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), heap, "-XX:+UseSerialGC"));
    }

    private void await(PinnedProcess process, BooleanSupplier ready) throws InterruptedException {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!ready.getAsBoolean()) {
            if (!process.isAlive() || System.nanoTime() > deadline) {
                throw new IllegalStateException("it did not start; its log in %s says why".formatted(work));
            }
            Thread.sleep(200);
        }
    }

    String kafka() {
        return "127.0.0.1:" + kafkaPort;
    }

    ServiceClient client() {
        return new ServiceClient(httpPort);
    }

    boolean isAlive() {
        return ingest.isAlive() && broker.isAlive() && postgres.isAlive();
    }

    /** CPU time that the ingest-service has taken so far. */
    double ingestCpuSeconds() throws IOException {
        return ingest.cpuSeconds();
    }

    /** CPU time that PostgreSQL and the broker have taken so far. */
    double othersCpuSeconds() throws IOException {
        return broker.cpuSeconds() + postgresCpuMillis() / 1000.0;
    }

    private long postgresCpuMillis() {
        return ProcessHandle.of(postgres.pid()).stream()
                .flatMap(server -> Stream.concat(Stream.of(server), server.descendants()))
                .mapToLong(process ->
                        process.info().totalCpuDuration().orElse(Duration.ZERO).toMillis())
                .sum();
    }

    /**
     * Memory of the ingest-service.
     *
     * @param line {@code VmRSS} for what it holds now, {@code VmHWM} for the most it ever held
     * @return bytes
     */
    long ingestMemory(String line) throws IOException {
        return Files.readAllLines(Path.of("/proc", Long.toString(ingest.pid()), "status")).stream()
                .filter(status -> status.startsWith(line + ":"))
                .mapToLong(status -> Long.parseLong(status.replaceAll("\\D", "")) * 1024)
                .sum();
    }

    @Override
    public void close() {
        Stream.of(ingest, broker, postgres).forEach(PinnedProcess::stop);
    }
}
