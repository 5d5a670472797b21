package org.retold.teststack.secured;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.retold.contract.Rejection;
import org.retold.contract.Topics;
import org.retold.local.Retold;
import org.retold.teststack.TopicProbe;

/** The commands that read topics, as processes with an environment, at a Kafka that asks who they are. */
final class SecuredCommandsTest {

    private final Map<String, String> environment = new HashMap<>();

    @TempDir
    private Path directory = Path.of("");

    private Guarded guarded;

    SecuredCommandsTest() throws Exception {
        guarded = Guarded.shared();
    }

    @BeforeEach
    void theRightSettingsWithThePasswordByFile() throws IOException {
        environment.putAll(guarded.right());
        String password = environment.remove("RETOLD_KAFKA_PASSWORD");
        environment.put(
                "RETOLD_KAFKA_PASSWORD_FILE",
                Files.writeString(directory.resolve("password"), password + "\n")
                        .toString());
    }

    @Test
    void whatWasRefusedIsToldAndSentBack() throws Exception {
        String kafka = guarded.broker().open();
        TopicProbe.create(kafka, List.of(Topics.ITEMS));
        try (var rejections = TopicProbe.on(kafka, Topics.REJECTIONS)) {
            Instant now = Instant.now();
            rejections.send("guarded.example/1", rejection(now), now);

            String told = output("tail", "--no-follow", "--topic", "rejections", "--since", "beginning");
            String sent = output("rejections", "--redrive", "all");

            assertThat(told).contains("guarded.example/1", "not-json");
            assertThat(sent).endsWith("1 of 1 sent again");
        }
    }

    @Test
    void aReplayLooksForArticles() throws Exception {
        Path jar = directory.resolve("dedupe-service/target/quarkus-app/quarkus-run.jar");
        Files.createDirectories(jar.getParent());
        Files.createFile(jar);

        assertThat(output("replay")).contains("has no topic retold.articles.v1");
    }

    @Test
    void whoIsNotLetInIsToldWhyInOneSentenceWithoutTheSecret() throws Exception {
        environment.remove("RETOLD_KAFKA_PASSWORD_FILE");
        environment.put("RETOLD_KAFKA_PASSWORD", "word-of-others");

        assertThat(output("tail")).contains("Kafka at localhost").contains("invalid credentials");

        environment.put("RETOLD_KAFKA_TRUSTSTORE", guarded.wrong().toString());

        assertThat(output("rejections", "--redrive", "all"))
                .contains("Kafka at localhost")
                .contains("unable to find valid certification path")
                .doesNotContain("word-of");
    }

    private static Rejection rejection(Instant at) {
        return new Rejection(
                "normalize-service",
                "not-json",
                "It is no JSON.",
                Topics.ITEMS.name(),
                0,
                0L,
                "guarded.example/1",
                null,
                Rejection.kept("{".getBytes(UTF_8)),
                false,
                at);
    }

    private String output(String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Dretold.root=" + directory,
                "-cp",
                System.getProperty("java.class.path"),
                Retold.class.getName()));
        command.addAll(List.of(arguments));
        command.addAll(List.of("--kafka", guarded.broker().secured()));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().putAll(environment);
        Process process = builder.start();
        String said = new String(process.getInputStream().readAllBytes(), UTF_8);
        process.waitFor();
        return said.strip();
    }
}
