package org.retold.local;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The scripts around docker-compose.yml, where what they call is not there or says what the test wants. */
final class ContainerScriptsTest {

    /** Everything is up, and healthy when it was looked at three times. */
    private static final String DEPLOYMENT = """
            echo "docker $*" >> "$CALLS"
            case "$*" in
                *"ps --services") printf 'kafka\\npostgres\\napi-service\\ndedupe-service\\n' ;;
                *"ps --quiet "*) echo 1a2b ;;
                *"ps --all --format"*)
                    looks=$(grep -c 'ps --all --format' "$CALLS")
                    printf 'healthy\\nhealthy\\n'
                    [ "$looks" -ge 3 ] && echo healthy || echo starting
                    ;;
            esac
            """;

    /** Kafka can be reached from outside. */
    private static final String KAFKA_OUTSIDE = """
            echo "docker $*" >> "$CALLS"
            case "$*" in
                *ADVERTISED*) echo localhost:9094 ;;
            esac
            """;

    @TempDir
    Path directory;

    private Path checkout = Path.of("");
    private Path path = Path.of("");
    private Path calls = Path.of("");

    @BeforeEach
    void aCheckoutAndAPathWithNothingButTools() throws IOException {
        checkout = Files.createDirectories(directory.resolve("a check out"));
        path = Files.createDirectories(directory.resolve("path"));
        calls = Files.createFile(directory.resolve("calls"));
        Path root = Path.of(System.getProperty("retold.root"));
        Path scripts = Files.createDirectories(checkout.resolve("containers"));
        try (Stream<Path> files = Files.list(root.resolve("containers"))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Files.copy(file, scripts.resolve(file.getFileName()));
            }
        }
        Files.copy(root.resolve(".env.example"), checkout.resolve(".env.example"));
        Files.copy(root.resolve("pom.xml"), checkout.resolve("pom.xml"));
        for (String tool : List.of(
                "bash",
                "cat",
                "sed",
                "grep",
                "head",
                "tr",
                "od",
                "sort",
                "seq",
                "gzip",
                "rm",
                "chmod",
                "tail",
                "mv",
                "mkdir",
                "dirname",
                "basename",
                "install",
                "sha256sum",
                "du",
                "timeout")) {
            Files.createSymbolicLink(path.resolve(tool), Path.of("/usr/bin", tool));
        }
        executable("sleep", "");
    }

    @Test
    void secretsAreMadeOnACleanCheckoutAndStayAsTheyAre() throws Exception {
        Outcome made = run("containers/secrets");
        String token = Files.readString(checkout.resolve("secrets/operator-token"));

        Outcome there = run("containers/secrets");

        assertThat(made.status()).as(made.said()).isZero();
        assertThat(token).matches("[0-9a-f]{48}");
        assertThat(there.status()).isZero();
        assertThat(there.said()).contains("operator-token is there");
        assertThat(checkout.resolve("secrets/operator-token")).hasContent(token);
    }

    @Test
    void secretsAreMadeWhereTheSettingsSay() throws Exception {
        Files.writeString(checkout.resolve(".env"), "RETOLD_SECRETS=" + directory.resolve("vault") + "\n");

        Outcome outcome = run("containers/secrets");

        assertThat(outcome.status()).as(outcome.said()).isZero();
        assertThat(directory.resolve("vault/postgres-password")).isNotEmptyFile();
        assertThat(checkout.resolve("secrets")).doesNotExist();
    }

    @Test
    void aBackupStartsAsManyContainersAsThereWereAndWaitsUntilTheyAreHealthy() throws Exception {
        executable("docker", DEPLOYMENT);

        Outcome outcome = run("containers/backup", directory.resolve("backup").toString());

        assertThat(outcome.said()).doesNotContain("Not everything");
        assertThat(outcome.status()).isZero();
        assertThat(Files.readAllLines(calls))
                .noneMatch(call -> call.contains("compose up"))
                .containsOnlyOnce("docker compose start kafka postgres api-service dedupe-service")
                .endsWith("docker compose ps --all --format {{.Health}} kafka postgres api-service dedupe-service")
                .filteredOn(call -> call.contains("ps --all --format"))
                .hasSize(3);
        assertThat(directory.resolve("backup/SHA256SUMS")).exists();
    }

    @Test
    void aBackupAfterWhichSomethingStaysIllSaysSo() throws Exception {
        executable("docker", DEPLOYMENT.replace("-ge 3", "-ge 3000"));

        Outcome outcome = run("containers/backup", directory.resolve("backup").toString());

        assertThat(outcome.status()).isEqualTo(1);
        assertThat(outcome.said()).contains("Not everything is healthy again.");
    }

    @Test
    void anImageThatCannotBeBuiltIsAFailureAndNotSkipped() throws Exception {
        executable("mmdebstrap", "");
        executable("apt-get", "echo main");
        executable("docker", """
                case "$*" in
                    "image inspect"* | pull*) exit 1 ;;
                    build*) echo "no such instruction" >&2; exit 1 ;;
                    *) cat >/dev/null ;;
                esac
                """);

        Outcome outcome = run("containers/with-engine", "echo", "tested");

        assertThat(outcome.said()).contains("no such instruction").doesNotContain("tested");
        assertThat(outcome.status()).isEqualTo(1);
    }

    @Test
    void whereNoImageCanBeHadNothingIsTestedAndThatIsNoFailure() throws Exception {
        executable("docker", "case \"$*\" in 'image inspect'* | pull*) exit 1 ;; esac");

        Outcome outcome = run("containers/with-engine", "echo", "tested");

        assertThat(outcome.said()).contains("That needs mmdebstrap.").doesNotContain("tested");
        assertThat(outcome.status()).isEqualTo(69);
    }

    @Test
    void whatIsNotScannedForWantOfAScannerIsSaidByName() throws Exception {
        executable("docker", "printf 'retold/api-service:latest\\npostgres:18\\n'");

        Outcome outcome = run("containers/scan");

        assertThat(outcome.said()).contains("neither trivy nor grype", "postgres:18, retold/api-service:latest");
        assertThat(outcome.status()).isEqualTo(69);
    }

    @Test
    void eachImageIsScannedAlsoAfterOneThatFails() throws Exception {
        executable("docker", "printf 'retold/api-service:latest\\npostgres:18\\n'");
        executable("trivy", "echo \"trivy ${!#}\"; [ \"${!#}\" != postgres:18 ]");

        Outcome outcome = run("containers/scan");

        assertThat(outcome.said()).contains("trivy postgres:18", "trivy retold/api-service:latest");
        assertThat(outcome.status()).isEqualTo(1);
    }

    @Test
    void whoReadsCannotBecomeAnOperatorByName() throws Exception {
        executable("docker", "echo \"docker $*\" >> \"$CALLS\"");

        Outcome outcome = run("containers/reader", "operator-me");

        assertThat(outcome.status()).isEqualTo(1);
        assertThat(calls).isEmptyFile();
    }

    @Test
    void anOperatorReadsAndWritesAllTopicsOfOurs() throws Exception {
        executable("docker", KAFKA_OUTSIDE);

        Outcome outcome = run("containers/operator", "me");

        assertThat(outcome.status()).as(outcome.said()).isZero();
        assertThat(outcome.said())
                .contains("export RETOLD_KAFKA=localhost:9094\n", "export RETOLD_KAFKA_USER=operator-me\n")
                .containsPattern("export RETOLD_KAFKA_PASSWORD=[0-9a-f]{48}\\n");
        assertThat(calls)
                .content()
                .contains("--add --operation Read --operation Write --allow-principal User:operator-me"
                        + " --topic retold. --resource-pattern-type prefixed")
                .doesNotContainPattern("[0-9a-f]{48}");
    }

    @Test
    void aReaderReadsWhatOthersAreTold() throws Exception {
        executable("docker", KAFKA_OUTSIDE);

        Outcome outcome = run("containers/reader", "archive");

        assertThat(outcome.status()).as(outcome.said()).isZero();
        assertThat(outcome.said()).contains("bootstrap.servers=localhost:9094\n", "username=\"archive\"");
        assertThat(calls)
                .content()
                .contains("--add --operation Read --allow-principal User:archive --topic retold.articles.v1")
                .doesNotContain("Write");
    }

    private void executable(String name, String script) throws IOException {
        Path file = Files.writeString(path.resolve(name), "#!/usr/bin/env bash\n" + script);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    private record Outcome(int status, String said) {}

    private Outcome run(String script, String... arguments) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(Stream.concat(
                                Stream.of(
                                        "/usr/bin/bash",
                                        checkout.resolve(script).toString()),
                                Stream.of(arguments))
                        .toList())
                .redirectErrorStream(true)
                .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()));
        builder.environment().clear();
        builder.environment().put("PATH", path.toString());
        builder.environment().put("CALLS", calls.toString());
        Process process = builder.start();
        String said = new String(process.getInputStream().readAllBytes(), UTF_8);
        assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
        return new Outcome(process.exitValue(), said);
    }
}
