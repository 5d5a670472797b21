package org.retold.e2e;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.retold.local.http.ServiceClient;
import org.retold.local.process.Directories;
import org.retold.local.process.Ports;
import org.retold.local.process.Tether;
import org.retold.local.stack.Service;

/** One more instance of dedupe-service beside that of a pipeline, with a disk of its own. */
final class AnotherDedupe implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final Path directory;
    private final ServiceClient client;
    private final Process process;

    private AnotherDedupe(Path directory, int port, Process process) {
        this.directory = directory;
        this.client = new ServiceClient(port);
        this.process = process;
    }

    /** Returns when it works with the others. */
    static AnotherDedupe beside(Pipeline pipeline) throws IOException {
        int port = Ports.free();
        Path directory =
                Files.createDirectories(Path.of("target", "dedupe-" + port).toAbsolutePath());
        ProcessBuilder builder = new ProcessBuilder(Tether.tied(
                        "TERM",
                        List.of(
                                Path.of(System.getProperty("java.home"), "bin", "java")
                                        .toString(),
                                "-Xmx128m",
                                "-XX:+UseSerialGC",
                                "-XX:TieredStopAtLevel=1",
                                "-jar",
                                Service.DEDUPE
                                        .jar(Pipeline.ROOT)
                                        .toAbsolutePath()
                                        .toString())))
                .redirectErrorStream(true)
                .redirectOutput(directory.resolve("log").toFile());
        builder.environment().putAll(Pipeline.QUICK);
        builder.environment()
                .putAll(Map.of(
                        "RETOLD_KAFKA", pipeline.stack().kafka(),
                        "RETOLD_DATA", directory.toString(),
                        "RETOLD_REPLICATION_FACTOR", "1",
                        "QUARKUS_HTTP_PORT", Integer.toString(port)));
        AnotherDedupe another = new AnotherDedupe(directory, port, builder.start());
        Awaitility.await("another dedupe-service works").atMost(PATIENCE).until(another.client::isReady);
        return another;
    }

    /** Ends it as {@code kill -9} does. */
    void kill() {
        process.destroyForcibly().onExit().join();
    }

    /** Asks it to end, and returns when it has. */
    void leave() throws InterruptedException {
        process.destroy();
        if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
            throw new IllegalStateException("dedupe-service does not end when it is asked to");
        }
    }

    @Override
    public void close() {
        kill();
        Directories.delete(directory);
    }
}
