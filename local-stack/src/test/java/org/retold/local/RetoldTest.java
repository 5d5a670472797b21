package org.retold.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.retold.local.process.Life;

/** The launcher as a process, with real Kafka and PostgreSQL, and stand-ins for the services, which are built later. */
final class RetoldTest {

    private static final Duration LONG_ENOUGH = Duration.ofSeconds(90);

    @TempDir
    Path directory;

    private final List<Process> launchers = new ArrayList<>();
    private Path checkout = Path.of("");

    @BeforeEach
    void allServicesAreBuilt() throws IOException {
        checkout = StandInService.checkout(directory.resolve("check out"));
    }

    @AfterEach
    void nothingStays() throws InterruptedException {
        for (Process launcher : launchers) {
            launcher.destroy();
            launcher.waitFor();
        }
    }

    @Test
    void theDemoShowsItsStoriesAndLeavesNoProcess() throws Exception {
        Process launcher = launch("first", "demo", "--site-port", "0");
        awaitOutput("first", "Ctrl-C stops it");
        List<ProcessHandle> children = launcher.descendants().toList();

        launcher.destroy();

        assertThat(launcher.waitFor(30, TimeUnit.SECONDS)).isTrue();
        assertThat(output("first"))
                .contains("kafka is ready", "postgres is ready", "dedupe-service is ready", "operator token:")
                .contains("feeds: 17 new, 0 known, 0 refused", "A night train", "Reuters", "MiB resident")
                .contains("all processes have ended");
        assertThat(children).hasSizeGreaterThan(6);
        await().atMost(Duration.ofSeconds(1))
                .untilAsserted(() -> assertThat(children).allMatch(Life::isOver));
    }

    @Test
    void aKilledLauncherLeavesNoProcessAndTheNextOneGoesOnWithItsData() throws Exception {
        Process first = launch("first", "up");
        awaitOutput("first", "Ctrl-C stops it");
        List<ProcessHandle> children = first.descendants().toList();

        first.destroyForcibly().waitFor();
        launch("second", "up");
        awaitOutput("second", "Ctrl-C stops it");

        assertThat(children).hasSizeGreaterThan(6).allMatch(Life::isOver);
        assertThat(output("second")).as("the token is kept, not made again").doesNotContain("operator token:");
    }

    @Test
    void aSecondLauncherOnTheSameDataIsRefusedInOneSentence() throws Exception {
        launch("first", "up");
        awaitOutput("first", "postgres is ready");

        Process second = launch("second", "up");

        assertThat(second.waitFor(20, TimeUnit.SECONDS)).isTrue();
        assertThat(second.exitValue()).isEqualTo(1);
        assertThat(output("second").lines()).singleElement().asString().startsWith("Another Retold (process ");
    }

    @Test
    void aPortInUseIsNamedInOneSentenceWithItsOption() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            String port = Integer.toString(taken.getLocalPort());
            for (String option : List.of("--api-port", "--dedupe-port", "--kafka-port", "--postgres-port")) {
                Process refused = launch(option, "up", option, port);

                assertThat(refused.waitFor(20, TimeUnit.SECONDS)).isTrue();
                assertThat(refused.exitValue()).isEqualTo(1);
                assertThat(output(option).lines()).singleElement().asString().contains("Port " + port, option + " N");
            }
        }
    }

    @Test
    void nonsenseIsAnsweredInOneSentence() throws Exception {
        assertThat(refusal("up", "--feeds", directory.resolve("none.opml").toString()))
                .startsWith("There is no file");
        assertThat(refusal("up", "--kafka-port", "many")).contains("'many' is none");
        assertThat(refusal("up", "--colour")).contains("'--colour' is not an option");
        assertThat(refusal("demo", "--data")).contains("--data wants a value");
        assertThat(refusal("sing")).contains("'sing' is not a command");
        assertThat(refusal("replay", "--api-port", "1")).contains("'--api-port' is not an option");
        assertThat(refusal("replay", "--model", directory.resolve("none.json").toString()))
                .startsWith("There is no file");
        assertThat(refusal("replay", "--kafka", "127.0.0.1:1")).startsWith("No Kafka answers at 127.0.0.1:1");
        assertThat(refusal("tail", "--kafka", "127.0.0.1:1")).startsWith("No Kafka answers at 127.0.0.1:1");
        assertThat(refusal("tail", "--kafka", "nonsense")).contains("'nonsense' is none");
        assertThat(refusal("tail", "--colour")).contains("'--colour' is not an option");
        assertThat(refusal("rejections", "--topic", "items")).contains("'--topic' is not an option");
        assertThat(refusal("stories", "--api", "127.0.0.1:1")).startsWith("No API answers at 127.0.0.1:1");
        assertThat(refusal("stories", "--api", "nonsense")).contains("'nonsense' is none");
        assertThat(refusal("stories", "--limit", "0")).contains("'0' is none");
        Files.delete(checkout.resolve("api-service/target/quarkus-app/quarkus-run.jar"));
        assertThat(refusal("up")).isEqualTo("api-service is not built: run ./retold build.");
    }

    private String refusal(String... arguments) throws Exception {
        Process launcher = launch("refused", arguments);
        assertThat(launcher.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(launcher.exitValue()).isEqualTo(1);
        return output("refused").strip();
    }

    /** Starts the launcher on free ports unless the arguments say otherwise. */
    private Process launch(String name, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Dretold.root=" + checkout,
                "-cp",
                System.getProperty("java.class.path"),
                Retold.class.getName()));
        command.addAll(List.of(arguments));
        if (List.of("demo", "up").contains(arguments[0])) {
            for (String part : List.of("api", "ingest", "normalize", "dedupe", "kafka", "postgres")) {
                String option = "--" + part + "-port";
                if (!command.contains(option)) {
                    command.addAll(1 + command.indexOf(arguments[0]), List.of(option, "0"));
                }
            }
        }
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(directory.resolve(name).toFile());
        builder.environment().remove("RETOLD_OPERATOR_TOKEN");
        Process launcher = builder.start();
        launchers.add(launcher);
        return launcher;
    }

    private String output(String name) throws IOException {
        return Files.readString(directory.resolve(name));
    }

    private void awaitOutput(String name, String text) {
        await().atMost(LONG_ENOUGH).untilAsserted(() -> assertThat(output(name)).contains(text));
    }
}
