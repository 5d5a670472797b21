package org.retold.local.stack;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.retold.local.kafka.BrokerMain;
import org.retold.local.kafka.BrokerSettings;
import org.retold.local.postgres.PostgresCluster;
import org.retold.local.postgres.PostgresSettings;
import org.retold.local.process.Child;

/** How each part of one stack is run. */
final class Recipes {

    private static final String TOKEN_SETTING = "RETOLD_OPERATOR_TOKEN";

    private final StackSettings settings;
    private final StackPorts ports;
    private final Path data;
    private final Secret databasePassword;
    private final Secret operatorToken;

    Recipes(StackSettings settings, StackPorts ports, Path data) {
        this.settings = settings;
        this.ports = ports;
        this.data = data;
        this.databasePassword = Secret.keptIn(data.resolve("database-password"));
        String given = System.getenv(TOKEN_SETTING);
        this.operatorToken = given == null || given.isBlank()
                ? Secret.keptIn(data.resolve("operator-token"))
                : new Secret(given, false);
    }

    Secret operatorToken() {
        return operatorToken;
    }

    /** Makes PostgreSQL's data directory; takes seconds the first time. */
    void preparePostgres() {
        cluster();
    }

    Child postgres() {
        return new Child(LocalStack.POSTGRES, this::postgresCommand, Map.of(), log(LocalStack.POSTGRES), "INT");
    }

    private List<String> postgresCommand() {
        List<String> command = new ArrayList<>(cluster().command(ports.postgres()));
        command.addAll(settings.sizing().databaseOptions());
        return command;
    }

    boolean postgresIsReady() {
        return cluster().isReady();
    }

    Child kafka() {
        List<String> command = java(settings.sizing().brokerOptions());
        command.addAll(List.of("-cp", System.getProperty("java.class.path")));
        command.addAll(
                BrokerMain.arguments(new BrokerSettings(data.resolve("kafka"), ports.kafka()), kafkaReadyFile()));
        return new Child(LocalStack.KAFKA, () -> command, Map.of(), log(LocalStack.KAFKA), "TERM");
    }

    Path kafkaReadyFile() {
        return data.resolve("run").resolve("kafka.ready");
    }

    Child service(Service service) {
        return instance(service, service.module(), settings.checkout(), ports.of(service), data.resolve("services"));
    }

    /** @param name under which it has a log and a disk of its own */
    Child another(Service service, String name, Path checkout, int port) {
        return instance(service, name, checkout, port, data.resolve(name));
    }

    private Child instance(Service service, String name, Path checkout, int port, Path disk) {
        List<String> command = java(settings.sizing().options(service));
        command.addAll(List.of("-jar", service.jar(checkout).toString()));
        return new Child(name, () -> command, environment(port, disk), log(name), "TERM");
    }

    private Map<String, String> environment(int port, Path disk) {
        Map<String, String> environment = new HashMap<>();
        environment.put("RETOLD_KAFKA", "127.0.0.1:" + ports.kafka());
        // Whatever our own environment says of another Kafka.
        environment.put("RETOLD_KAFKA_SECURITY_PROTOCOL", "PLAINTEXT");
        environment.put("RETOLD_JDBC_URL", PostgresCluster.jdbcUrl(ports.postgres()));
        environment.put("RETOLD_JDBC_USER", PostgresCluster.USER);
        environment.put("RETOLD_JDBC_PASSWORD", databasePassword.value());
        environment.put(TOKEN_SETTING, operatorToken.value());
        environment.put("RETOLD_DATA", disk.toString());
        environment.put("RETOLD_REPLICATION_FACTOR", "1");
        environment.put("RETOLD_ALLOW_PRIVATE_NETWORKS", Boolean.toString(settings.allowPrivateNetworks()));
        environment.put("QUARKUS_HTTP_PORT", Integer.toString(port));
        environment.putAll(settings.environment());
        return environment;
    }

    private PostgresCluster cluster() {
        return PostgresCluster.prepared(
                new PostgresSettings(data.resolve("postgres"), ports.postgres(), databasePassword.value(), true));
    }

    private Path log(String name) {
        return data.resolve("logs").resolve(name + ".log");
    }

    private static List<String> java(List<String> options) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(options);
        command.add("-XX:+UseSerialGC");
        // RocksDB and Brotli are native; a newer Java would say so among the lines of the log.
        command.add("--enable-native-access=ALL-UNNAMED");
        // A process without memory limps; one that ends is started again.
        command.add("-XX:+ExitOnOutOfMemoryError");
        return command;
    }
}
