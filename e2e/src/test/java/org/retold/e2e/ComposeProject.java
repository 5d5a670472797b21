package org.retold.e2e;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** docker-compose.yml itself, under a name, a version and ports that are the tests' own. */
final class ComposeProject implements AutoCloseable {

    private static final Path ROOT = Path.of(System.getProperty("retold.root", ".."));
    private static final Duration LONGEST = Duration.ofMinutes(6);

    private final String name;
    private final Map<String, String> environment;

    /** @param settings as in .env.example; images are taken from this process's environment where it names some */
    ComposeProject(String name, Map<String, String> settings) {
        this.name = name;
        this.environment = new HashMap<>(settings);
        environment.put("COMPOSE_PROJECT_NAME", name);
        environment.put("RETOLD_VERSION", name);
    }

    /** Whether an engine answers at all. */
    static boolean hasEngine() {
        try {
            return finished(new ProcessBuilder("docker", "info"), Duration.ofSeconds(20))
                            .status()
                    == 0;
        } catch (IOException e) {
            return false;
        }
    }

    /** Brings everything up and healthy; where that fails, what the containers said is told. */
    void up(String... options) throws IOException {
        List<String> arguments = new ArrayList<>(List.of("up", "--detach", "--wait", "--wait-timeout", "240"));
        arguments.addAll(List.of(options));
        try {
            compose(arguments.toArray(String[]::new));
        } catch (IOException e) {
            throw new IOException(e.getMessage() + compose("logs", "--no-color", "--tail", "40"), e);
        }
    }

    /** Runs {@code docker compose} with these arguments, and gives what it said. */
    String compose(String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of("docker", "compose", "--project-name", name));
        command.addAll(List.of(arguments));
        return run(command);
    }

    /** The first container of a service, as {@code docker inspect} formats it, whether it runs or not. */
    String inspect(String service, String format) throws IOException {
        String container = instances(service).getFirst();
        return run(List.of("docker", "inspect", "--format", format, container)).strip();
    }

    /** The containers of a service, whether they run or not. */
    List<String> instances(String service) throws IOException {
        return compose("ps", "--all", "--quiet", service).lines().toList();
    }

    @Override
    public void close() throws IOException {
        compose("down", "--volumes", "--rmi", "local", "--timeout", "5");
    }

    /** Runs a command of the checkout with the settings of this deployment, and gives what it said. */
    String run(List<String> command) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command).directory(ROOT.toFile());
        builder.environment().putAll(environment);
        Finished finished = finished(builder, LONGEST);
        if (finished.status() != 0) {
            throw new IOException("%s ended with %d and said: %s"
                    .formatted(String.join(" ", command), finished.status(), finished.said()));
        }
        return finished.said();
    }

    private record Finished(int status, String said) {}

    private static Finished finished(ProcessBuilder builder, Duration longest) throws IOException {
        Path said = Files.createTempFile("docker", ".log");
        try {
            Process process = builder.redirectErrorStream(true)
                    .redirectOutput(said.toFile())
                    .start();
            if (!process.waitFor(longest.toSeconds(), TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor();
                throw new IOException("%s did not end within %d s and said: %s"
                        .formatted(
                                String.join(" ", builder.command()),
                                longest.toSeconds(),
                                Files.readString(said, UTF_8)));
            }
            return new Finished(process.exitValue(), Files.readString(said, UTF_8));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        } finally {
            Files.delete(said);
        }
    }
}
