package org.retold.examples;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import org.retold.local.process.Ports;

/** Kafka Connect as one process, with the sink and the settings that docs/consuming.md shows. */
record ConnectWorker(Process process, Path logFile) implements AutoCloseable {

    private static final int SINK = 0;
    private static final int WORKER = 1;
    private static final int SECONDS_TO_END = 10;
    private static final int LAST_LINES = 60;

    /** @param database settings of the sink that are this test's own */
    static ConnectWorker start(Path directory, String kafka, Map<String, String> database) throws IOException {
        Files.createDirectories(directory);
        Properties sink = sinkSettings();
        sink.putAll(database);
        Properties worker = settings(WORKER);
        worker.setProperty("bootstrap.servers", kafka);
        worker.setProperty("plugin.path", System.getProperty("connect.plugins"));
        worker.setProperty(
                "offset.storage.file.filename", directory.resolve("offsets").toString());
        worker.setProperty("listeners", "http://127.0.0.1:" + Ports.free());
        Path log = directory.resolve("log");
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx256m",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        "org.apache.kafka.connect.cli.ConnectStandalone",
                        written(directory.resolve("worker.properties"), worker),
                        written(directory.resolve("sink.properties"), sink))
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        return new ConnectWorker(process, log);
    }

    static Properties sinkSettings() {
        return settings(SINK);
    }

    private static Properties settings(int block) {
        Properties settings = new Properties();
        try {
            settings.load(new StringReader(Page.blocks("properties").get(block)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return settings;
    }

    private static String written(Path file, Properties settings) throws IOException {
        try (Writer writer = Files.newBufferedWriter(file)) {
            settings.store(writer, null);
        }
        return file.toString();
    }

    /** What it said last. */
    String lastWords() {
        try {
            List<String> lines = Files.readAllLines(logFile);
            return String.join("\n", lines.subList(Math.max(0, lines.size() - LAST_LINES), lines.size()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(SECONDS_TO_END, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
