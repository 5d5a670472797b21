package org.retold.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.xpath.XPathFactory;
import javax.xml.xpath.XPathNodes;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The script at the root of the checkout: what it finds, builds and counts. */
final class ScriptTest {

    /** Stands where a JDK or Maven would be asked; the script itself is the real one. */
    private static final String SAYS_ITS_ARGUMENTS = "#!/bin/sh\necho \"$0 $*\"\n";

    /** Modules of ours that a module is made of, in its POM. */
    private static final String OURS =
            "/project/dependencies/dependency[groupId='org.retold' and not(scope='test')]/artifactId";

    @TempDir
    Path directory;

    private final Map<String, String> environment = new HashMap<>();
    private Path script = Path.of("");

    @BeforeEach
    void aCheckoutInADirectoryWithSpaces() throws IOException {
        Path checkout = Files.createDirectories(directory.resolve("a check out"));
        script = checkout.resolve("retold");
        Files.copy(Path.of(System.getProperty("retold.root"), "retold"), script);
        executable("path/mvn", SAYS_ITS_ARGUMENTS);
        environment.put("PATH", directory.resolve("path") + ":/usr/bin:/bin");
        environment.put("HOME", directory.toString());
        environment.put("JAVA_HOME", "");
        environment.put("RETOLD_JDKS", directory.resolve("jdks").toString());
    }

    @Test
    void theNewestJdkIsTakenAndNamed() throws Exception {
        jdk("jdks/jdk-17", "17.0.9");
        jdk("jdks/jdk-21", "21.0.2");
        jdk("jdks/jdk-25", "25");
        jdk("jdks/jdk-8", "1.8.0_392");

        Outcome outcome = run("test");

        assertThat(outcome.status()).isZero();
        assertThat(outcome.said()).contains("Using the JDK 25 in " + directory.resolve("jdks/jdk-25") + ".");
    }

    @Test
    void javaHomeComesFirstWhereItIsNewEnough() throws Exception {
        jdk("jdks/jdk-25", "25");
        jdk("mine", "21.0.2");
        jdk("old", "17.0.9");

        environment.put("JAVA_HOME", directory.resolve("mine").toString());
        assertThat(run("test").said()).contains("Using the JDK 21 of JAVA_HOME");

        environment.put("JAVA_HOME", directory.resolve("old").toString());
        assertThat(run("test").said()).contains("Using the JDK 25 in", "is not a JDK 21 or later");
    }

    @Test
    void aRuntimeWithoutCompilerIsNoJdk() throws Exception {
        executable("jdks/jre-25/bin/java", SAYS_ITS_ARGUMENTS);
        Files.writeString(directory.resolve("jdks/jre-25/release"), "JAVA_VERSION=\"25\"\n");

        Outcome outcome = run("demo");

        assertThat(outcome.status()).isEqualTo(1);
        assertThat(outcome.said().lines()).singleElement().asString().startsWith("Retold needs a JDK 21 or later");
    }

    @Test
    void missingMavenIsOneSentence() throws Exception {
        jdk("jdks/jdk-21", "21.0.2");
        Files.delete(directory.resolve("path/mvn"));
        toolsWithoutMaven();

        Outcome outcome = run("demo");

        assertThat(outcome.status()).isEqualTo(1);
        assertThat(outcome.said().lines().toList()).last().asString().contains("there is no mvn on the PATH");
    }

    @Test
    void testsAreCountedAlsoWhenMavenFails() throws Exception {
        jdk("jdks/jdk-21", "21.0.2");
        report("old", 100, 0, 0, 0);
        executable("path/mvn", """
                #!/bin/sh
                sleep 0.1
                mkdir -p one/target/surefire-reports two/target/surefire-reports
                printf '<?xml version="1.0"?>\\n<testsuite name="a" time="1.5"\\n tests="7" errors="1" skipped="2" failures="0">\\n<testcase/></testsuite>' > one/target/surefire-reports/TEST-a.xml
                printf '<testsuite tests="5" errors="0" skipped="0" failures="1"><testcase name="tests=9"/></testsuite>' > two/target/surefire-reports/TEST-b.xml
                exit 3
                """);

        Outcome outcome = run("test");

        assertThat(outcome.status()).isEqualTo(3);
        assertThat(outcome.said().lines().toList()).last().isEqualTo("8 passed, 2 failed, 2 skipped");
    }

    @Test
    void longTestsAreAskedOfMavenAndThoseInContainersRunBesideAnEngine() throws Exception {
        jdk("jdks/jdk-21", "21.0.2");
        taggedTest("api-service/src/test/java/ReadModelTest.java");
        executable("a check out/containers/with-engine", SAYS_ITS_ARGUMENTS);

        assertThat(run("test", "--long", "--containers").said())
                .contains(
                        "-DexcludedGroups= verify",
                        "-Dit.infra=containers -Dtest=ReadModelTest",
                        "-am -pl api-service test");
        assertThat(run("test", "--fast").status()).isEqualTo(1);
    }

    @Test
    void whatIsSkippedForWantOfAnEngineIsSaidByName() throws Exception {
        jdk("jdks/jdk-21", "21.0.2");
        taggedTest("api-service/src/test/java/ReadModelTest.java");
        executable("a check out/containers/with-engine", "exit 69");

        Outcome outcome = run("test", "--containers");

        assertThat(outcome.status()).isZero();
        assertThat(outcome.said()).contains("Skipped in containers, for the reason above: ReadModelTest");
    }

    private void taggedTest(String path) throws IOException {
        Path test = script.resolveSibling(path);
        Files.createDirectories(test.getParent());
        Files.writeString(test, "@Tag(\"containers\")\n");
    }

    @Test
    void onlyWhatIsMissingOrOutdatedIsBuilt() throws Exception {
        jdk("jdks/jdk-21", "21.0.2");
        for (String module : List.of("ingest-service", "normalize-service", "api-service")) {
            built(module + "/target/quarkus-app/quarkus-run.jar");
        }
        built("local-stack/target/local-stack.jar");
        Path source = script.resolveSibling("api-service/src/main/New.java");
        Files.createDirectories(source.getParent());
        Thread.sleep(20);
        Files.writeString(source, "");

        Outcome outcome = run("build");

        assertThat(outcome.said()).contains("Building dedupe-service, api-service ...");
        assertThat(outcome.said()).contains("-pl dedupe-service,api-service package");
    }

    @ParameterizedTest
    @ValueSource(strings = {"local-stack", "ingest-service", "normalize-service", "dedupe-service", "api-service"})
    void whateverAModuleIsMadeOfOutdatesIt(String module) throws Exception {
        Path pom = Path.of(System.getProperty("retold.root"), module, "pom.xml");
        List<String> ours = new ArrayList<>();
        XPathFactory.newDefaultInstance()
                .newXPath()
                .evaluateExpression(
                        OURS,
                        DocumentBuilderFactory.newDefaultInstance()
                                .newDocumentBuilder()
                                .parse(pom.toFile()),
                        XPathNodes.class)
                .forEach(node -> ours.add(node.getTextContent()));

        assertThat(ours).isNotEmpty();
        assertThat(Files.readAllLines(script))
                .filteredOn(line -> line.startsWith("readonly shared_modules="))
                .singleElement()
                .asString()
                .contains(ours);
    }

    @Test
    void aReplayRunsWhatIsBuiltAndBuildsNothingUnderARunningPipeline() throws Exception {
        jdk("jdks/jdk-21", "21.0.2");

        assertThat(run("replay").said()).contains("local-stack is not built: run ./retold build.");

        built("local-stack/target/local-stack.jar");
        Path source = script.resolveSibling("dedupe-service/src/main/New.java");
        Files.createDirectories(source.getParent());
        Files.writeString(source, "");

        assertThat(run("replay", "--model", "m.json").said())
                .contains("jdks/jdk-21/bin/java", "org.retold.local.Retold replay --model m.json")
                .doesNotContain("Building");
    }

    @Test
    void whoLooksAtAPipelineBuildsNothingAndReadsNothingButWhatWasAskedFor() throws Exception {
        jdk("jdks/jdk-21", "21.0.2");

        assertThat(run("tail").said()).isEqualTo("local-stack is not built: run ./retold build.\n");

        built("local-stack/target/local-stack.jar");
        for (String command : List.of("tail", "stories", "rejections")) {
            assertThat(run(command, "--json").said().lines())
                    .singleElement()
                    .asString()
                    .contains("org.retold.local.Retold %s --json".formatted(command), "-Dretold.colour=false");
        }
    }

    private void jdk(String place, String version) throws IOException {
        executable(place + "/bin/java", SAYS_ITS_ARGUMENTS);
        executable(place + "/bin/javac", SAYS_ITS_ARGUMENTS);
        Files.writeString(directory.resolve(place).resolve("release"), "JAVA_VERSION=\"" + version + "\"\n");
    }

    private void built(String jar) throws IOException {
        Path path = script.resolveSibling(jar);
        Files.createDirectories(path.getParent());
        Files.writeString(path, "");
    }

    private void report(String module, int tests, int errors, int failures, int skipped) throws IOException {
        Path reports = script.resolveSibling(module).resolve("target/surefire-reports");
        Files.createDirectories(reports);
        Files.writeString(
                reports.resolve("TEST-old.xml"),
                "<testsuite tests=\"%d\" errors=\"%d\" failures=\"%d\" skipped=\"%d\"/>"
                        .formatted(tests, errors, failures, skipped));
    }

    /** A PATH of the tools that the script needs, and no more. */
    private void toolsWithoutMaven() throws IOException {
        Path tools = Files.createDirectories(directory.resolve("tools"));
        for (String tool : List.of("bash", "sh", "dirname", "sed", "head", "tr", "find", "cat", "env")) {
            for (String place : List.of("/usr/bin", "/bin")) {
                Path real = Path.of(place, tool);
                if (Files.exists(real) && !Files.exists(tools.resolve(tool))) {
                    Files.createSymbolicLink(tools.resolve(tool), real);
                }
            }
        }
        environment.put("PATH", tools.toString());
    }

    private void executable(String path, String content) throws IOException {
        Path file = directory.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, content);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    private Outcome run(String... arguments) throws Exception {
        ProcessBuilder builder = new ProcessBuilder(script.toString()).redirectErrorStream(true);
        builder.command().addAll(List.of(arguments));
        builder.directory(directory.toFile());
        builder.environment().putAll(environment);
        Process process = builder.start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
        return new Outcome(process.exitValue(), said);
    }

    private record Outcome(int status, String said) {}
}
