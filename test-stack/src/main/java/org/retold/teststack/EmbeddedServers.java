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
        KafkaBroker broker = broker(data.resolve("kafka"));
        PostgresServer database = postgres.join();
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            database.close();
            broker.close();
            Directories.delete(data);
        }));
        return new TestServers(broker.bootstrapServers(), database.jdbcUrl(), PostgresCluster.USER, PASSWORD);
    }

    /** Kafka finds classes through the thread's class loader; where Quarkus has several, it must be the one of Kafka. */
    private static KafkaBroker broker(Path directory) {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        thread.setContextClassLoader(KafkaBroker.class.getClassLoader());
        try {
            return KafkaBroker.start(new BrokerSettings(directory, 0));
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    private static Path temporaryDirectory() {
        try {
            return Files.createTempDirectory("retold-test");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
