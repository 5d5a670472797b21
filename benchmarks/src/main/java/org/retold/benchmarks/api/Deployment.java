package org.retold.benchmarks.api;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.retold.benchmarks.topology.PinnedProcess;
import org.retold.contract.Topics;
import org.retold.local.http.ServiceClient;
import org.retold.local.kafka.BrokerMain;
import org.retold.local.kafka.BrokerSettings;
import org.retold.local.postgres.PostgresCluster;
import org.retold.local.postgres.PostgresSettings;
import org.retold.local.process.Directories;
import org.retold.local.process.Ports;

/** A broker, a PostgreSQL and the api-service, each a process as in production, on two cores together. */
final class Deployment implements AutoCloseable {

    private static final String TWO_CORES = "0,1";
    private static final String PASSWORD = "measured";
    /** Migrations of what is kept take their time. */
    private static final Duration PATIENCE = Duration.ofMinutes(15);

    private final Path work;
    private final int kafkaPort = Ports.free();
    private final int postgresPort = Ports.free();
    private final int httpPort = Ports.free();
    private final PinnedProcess postgres;
    private final PinnedProcess broker;
    private final PinnedProcess api;
    private final boolean kept;

    Deployment(Setup setup) throws IOException, InterruptedException {
        this.work = setup.work();
        Path database = work.resolve("postgres-%d".formatted(setup.articles()));
        this.kept = setup.keep() && Files.exists(loaded(database));
        if (!kept) {
            Directories.delete(work);
        }
        Directories.delete(work.resolve("kafka"));
        Files.createDirectories(work);
        PostgresCluster cluster =
                PostgresCluster.prepared(new PostgresSettings(database, postgresPort, PASSWORD, true));
        List<String> server = new ArrayList<>(cluster.command(postgresPort));
        // As docker-compose.yml has them.
        server.addAll(List.of("-c", "shared_buffers=1GB", "-c", "effective_cache_size=1536MB"));
        server.addAll(List.of("-c", "max_wal_size=2GB", "-c", "checkpoint_timeout=15min"));
        postgres = start(server, Map.of(), "postgres");
        await(postgres, cluster::isReady);
        Path ready = work.resolve("kafka.ready");
        Files.deleteIfExists(ready);
        List<String> command = java("-Xmx384m");
        command.addAll(List.of("-cp", System.getProperty("java.class.path")));
        command.addAll(BrokerMain.arguments(new BrokerSettings(work.resolve("kafka"), kafkaPort), ready));
        broker = start(command, Map.of(), "kafka");
        await(broker, () -> BrokerMain.isReady(ready, broker.pid()));
        createTopics();
        if (kept) {
            forgetPositions();
        }
        api = startApi(setup);
        await(api, new ServiceClient(httpPort)::isReady);
    }

    /** As the services that write them would. */
    private void createTopics() throws InterruptedException {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", kafka()))) {
            admin.createTopics(Topics.ALL.stream()
                            .map(topic ->
                                    new NewTopic(topic.name(), topic.partitions(), (short) 1).configs(topic.settings()))
                            .toList())
                    .all()
                    .get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("the topics could not be created", e);
        }
    }

    /** The topics of the earlier run are gone; what came by them stays. */
    private void forgetPositions() {
        try (Connection database = connect();
                Statement statement = database.createStatement()) {
            statement.execute("delete from reader_position");
        } catch (SQLException e) {
            throw new IllegalStateException("what is kept cannot be used", e);
        }
    }

    private PinnedProcess startApi(Setup setup) throws IOException {
        List<String> command = java("-Xmx" + setup.heap());
        Path checkout = Path.of(System.getProperty("retold.root", "")).toAbsolutePath();
        command.addAll(List.of(
                "-XX:+ExitOnOutOfMemoryError",
                "-jar",
                checkout.resolve("api-service/target/quarkus-app/quarkus-run.jar")
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
                        PASSWORD,
                        "RETOLD_DATA",
                        work.resolve("data").toString(),
                        "QUARKUS_HTTP_PORT",
                        Integer.toString(httpPort)),
                "api");
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

    private static Path loaded(Path database) {
        return database.resolveSibling(database.getFileName() + ".loaded");
    }

    /** Whether the database holds what an earlier run loaded. */
    boolean isKept() {
        return kept;
    }

    /** From now on the database may be used again. */
    void markLoaded(Setup setup) throws IOException {
        Files.writeString(loaded(work.resolve("postgres-%d".formatted(setup.articles()))), "");
    }

    String kafka() {
        return "127.0.0.1:" + kafkaPort;
    }

    URI address() {
        return new ServiceClient(httpPort).base();
    }

    Connection connect() throws SQLException {
        return DriverManager.getConnection(
                PostgresCluster.jdbcUrl(postgresPort) + "?currentSchema=api", PostgresCluster.USER, PASSWORD);
    }

    double apiCpuSeconds() throws IOException {
        return api.cpuSeconds();
    }

    double brokerCpuSeconds() throws IOException {
        return broker.cpuSeconds();
    }

    /** Of the processes that live now; connections of the service stay for a while. */
    double postgresCpuSeconds() {
        return ProcessHandle.of(postgres.pid()).stream()
                        .flatMap(server -> Stream.concat(Stream.of(server), server.descendants()))
                        .mapToLong(process -> process.info()
                                .totalCpuDuration()
                                .orElse(Duration.ZERO)
                                .toMillis())
                        .sum()
                / 1000.0;
    }

    @Override
    public void close() {
        Stream.of(api, broker, postgres).forEach(PinnedProcess::stop);
    }
}
