package org.retold.benchmarks.topology;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.retold.local.process.Directories;
import org.retold.local.process.Ports;

/** One instance of the dedupe service, with a directory of its own, which it keeps from one life to the next. */
final class Instance {

    private final Setup setup;
    private final String kafka;
    private final String cores;
    private final Path work;
    private final int port = Ports.free();
    private final HttpClient http = HttpClient.newHttpClient();
    private PinnedProcess process;

    /** Starts it. */
    Instance(Setup setup, String kafka, String cores, Path work) throws IOException {
        this.setup = setup;
        this.kafka = kafka;
        this.cores = cores;
        this.work = work;
        this.process = started();
    }

    /** Again, after an end. */
    void start() throws IOException {
        process = started();
    }

    private PinnedProcess started() throws IOException {
        List<String> command = new ArrayList<>(Deployment.java("-Xmx" + setup.heap()));
        command.add("-XX:+ExitOnOutOfMemoryError");
        command.addAll(setup.javaOptions());
        Path checkout = Path.of(System.getProperty("retold.root", "")).toAbsolutePath();
        command.addAll(List.of(
                "-jar",
                checkout.resolve("dedupe-service/target/quarkus-app/quarkus-run.jar")
                        .toString()));
        return PinnedProcess.start(
                command,
                cores,
                Map.of(
                        "RETOLD_KAFKA", kafka,
                        "RETOLD_DATA", data().toString(),
                        "RETOLD_DEDUPE_THREADS", Integer.toString(setup.threads()),
                        "QUARKUS_HTTP_PORT", Integer.toString(port)),
                work.resolve("dedupe.log"));
    }

    Path data() {
        return work.resolve("data");
    }

    boolean isAlive() {
        return process.isAlive();
    }

    boolean isReady() throws InterruptedException {
        return answer("/q/health/ready")
                .filter(answer -> answer.statusCode() == 200)
                .isPresent();
    }

    /** Empty while it does not answer. */
    Optional<Sample> sample(double brokerCpuSeconds) throws IOException, InterruptedException {
        Optional<HttpResponse<String>> metrics = answer("/q/metrics");
        return metrics.isEmpty()
                ? Optional.empty()
                : Optional.of(Sample.of(
                        System.nanoTime(),
                        process.cpuSeconds(),
                        brokerCpuSeconds,
                        metrics.get().body()));
    }

    private Optional<HttpResponse<String>> answer(String path) throws InterruptedException {
        URI address = URI.create("http://127.0.0.1:" + port + path);
        try {
            return Optional.of(http.send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofString()));
        } catch (IOException e) { // It is about to start or to end.
            return Optional.empty();
        }
    }

    /** So that the heap in use is what is kept. */
    void collectGarbage() throws IOException, InterruptedException {
        String jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd").toString();
        new ProcessBuilder(jcmd, Long.toString(process.pid()), "GC.run")
                .redirectErrorStream(true)
                .redirectOutput(work.resolve("jcmd.log").toFile())
                .start()
                .waitFor();
    }

    void end(Ending ending) throws IOException {
        switch (ending) {
            case STOPPED -> process.stop();
            case KILLED -> process.kill();
            case KILLED_AND_STATE_LOST -> {
                process.kill();
                Directories.delete(data());
            }
        }
    }

    void stop() {
        process.stop();
    }
}
