package org.retold.teststack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import org.retold.local.kafka.BrokerSettings;
import org.retold.local.kafka.KafkaBroker;
import org.retold.local.postgres.PostgresCluster;
import org.retold.local.postgres.PostgresServer;
import org.retold.local.postgres.PostgresSettings;
import org.retold.local.process.Directories;

/** Kafka in this JVM and PostgreSQL beside it, on free ports, with data that go when the JVM goes. */
final class EmbeddedServers {

    private static final String PASSWORD = "retold";

    private EmbeddedServers() {}

    static TestServers start() {
        QuietLogs.begin();
        Path data = temporaryDirectory();
        CompletableFuture<PostgresServer> postgres = CompletableFuture.supplyAsync(
                () -> PostgresServer.start(new PostgresSettings(data.resolve("postgres"), 0, PASSWORD, false)));
        // In this thread: Kafka finds its classes through the thread's class loader, which is Quarkus' own in a test.
        KafkaBroker broker = KafkaBroker.start(new BrokerSettings(data.resolve("kafka"), 0));
        PostgresServer database = postgres.join();
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            database.close();
            broker.close();
            Directories.delete(data);
        }));
        return new TestServers(broker.bootstrapServers(), database.jdbcUrl(), PostgresCluster.USER, PASSWORD);
    }

    private static Path temporaryDirectory() {
        try {
            return Files.createTempDirectory("retold-test");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
