package org.retold.local.postgres;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.retold.local.process.Ports;
import org.retold.local.process.Tether;

/** A PostgreSQL that this process holds: it is ready when {@link #start} returns, and ends with this process. */
public final class PostgresServer implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Process process;
    private final int port;

    private PostgresServer(Process process, int port) {
        this.process = process;
        this.port = port;
    }

    /** Starts a server on its directory, which keeps what it held before. */
    public static PostgresServer start(PostgresSettings settings) {
        PostgresCluster cluster = PostgresCluster.prepared(settings);
        int port = settings.port() == 0 ? Ports.free() : settings.port();
        Path log = settings.directory().resolveSibling(settings.directory().getFileName() + ".log");
        try {
            Process process = new ProcessBuilder(Tether.tied("INT", cluster.command(port)))
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile())
                    .start();
            awaitReady(cluster, process, log);
            return new PostgresServer(process, port);
        } catch (IOException e) {
            throw new UncheckedIOException("PostgreSQL did not start", e);
        }
    }

    /** Port on the loopback address. */
    public int port() {
        return port;
    }

    /** JDBC address of the database {@code retold}. */
    public String jdbcUrl() {
        return PostgresCluster.jdbcUrl(port);
    }

    @Override
    public void close() {
        try {
            process.getOutputStream().close();
            process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        } catch (IOException e) {
            process.destroyForcibly();
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }

    private static void awaitReady(PostgresCluster cluster, Process process, Path log) throws IOException {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!cluster.isReady()) {
            if (!process.isAlive() || System.nanoTime() > deadline) {
                process.destroyForcibly();
                throw new IOException("see " + log);
            }
            try {
                Thread.sleep(20);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IOException("interrupted", e);
            }
        }
    }
}
