package org.retold.local.kafka;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import kafka.tools.StorageTool;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.utils.Time;
import org.retold.local.process.Ports;

/** A Kafka node in this process; it is ready when {@link #start} returns. */
public final class KafkaBroker implements AutoCloseable {

    private static final int ATTEMPTS_WITH_A_FREE_PORT = 3;

    private final KafkaRaftServer server;
    private final int port;

    private KafkaBroker(KafkaRaftServer server, int port) {
        this.server = server;
        this.port = port;
    }

    /** Starts a node on its directory, which keeps what it held before. */
    public static KafkaBroker start(BrokerSettings settings) {
        if (settings.port() != 0) {
            return startOn(settings, settings.port());
        }
        for (int attempt = 1; ; attempt++) {
            try {
                return startOn(settings, Ports.free());
            } catch (RuntimeException e) {
                if (attempt == ATTEMPTS_WITH_A_FREE_PORT) {
                    throw e;
                }
            }
        }
    }

    private static KafkaBroker startOn(BrokerSettings settings, int port) {
        // The broker logs through SLF4J; one of its controls touches Log4j, which would complain that it is not set up.
        System.setProperty("log4j2.loggerContextFactory", "org.apache.logging.log4j.simple.SimpleLoggerContextFactory");
        Properties properties = BrokerProperties.of(settings, port);
        if (!Files.exists(settings.directory().resolve("meta.properties"))) {
            format(settings.directory(), properties);
        }
        KafkaRaftServer server = new KafkaRaftServer(KafkaConfig.fromProps(properties, false), Time.SYSTEM);
        try {
            server.startup();
        } catch (RuntimeException e) {
            server.shutdown();
            throw e;
        }
        return new KafkaBroker(server, port);
    }

    private static void format(Path directory, Properties properties) {
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        try {
            Files.createDirectories(directory);
            Path file = Files.createTempFile("retold-broker", ".properties");
            try (var out = Files.newBufferedWriter(file)) {
                properties.store(out, null);
            }
            String[] arguments = {"format", "-t", Uuid.randomUuid().toString(), "-c", file.toString()};
            int status;
            try {
                status = StorageTool.execute(arguments, new PrintStream(said, true, StandardCharsets.UTF_8));
            } finally {
                Files.delete(file);
            }
            if (status != 0) {
                throw new IllegalStateException(
                        "Kafka could not prepare %s: %s".formatted(directory, said.toString(StandardCharsets.UTF_8)));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Kafka could not prepare " + directory, e);
        }
    }

    /** Port on the loopback address. */
    public int port() {
        return port;
    }

    /** What clients call {@code bootstrap.servers}. */
    public String bootstrapServers() {
        return "127.0.0.1:" + port;
    }

    /** Returns when the node ended, by {@link #close} or by a fault of its own. */
    void awaitEnd() {
        server.awaitShutdown();
    }

    @Override
    public void close() {
        server.shutdown();
        server.awaitShutdown();
    }
}
