package org.retold.examples;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.retold.examples.Topic.story;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ShellTest {

    @TempDir
    Path directory;

    @Test
    void theLineForAShellNamesTheMostRetoldStories() throws Exception {
        for (String tool : List.of("kcat", "jq")) {
            assumeTrue(run("command -v " + tool).status() == 0, tool + " is not installed");
        }
        try (Topic topic = new Topic(directory)) {
            topic.write(story("small", 1, 1, 2));
            topic.write(story("large", 2, 1, 1));
            topic.write(story("large", 3, 1, 7));
            topic.writeAndAbort(story("never", 4, 1, 9));
            topic.write(story("gone", 5, 1, 8));
            topic.end("gone");
            topic.write(story("merged", 6, 1, 6).put("mergedInto", "large"));
            String line = Page.blocks("sh").getFirst();

            Outcome outcome = run(line.replace("127.0.0.1:9092", topic.kafka()));

            assertThat(outcome.said()).isEqualTo("7\tReuters\tStory large\n2\tReuters\tStory small\n");
            assertThat(outcome.status()).isZero();
        }
    }

    private static Outcome run(String line) throws IOException, InterruptedException {
        Process process = new ProcessBuilder("bash", "-o", "pipefail", "-c", line)
                .redirectErrorStream(true)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), UTF_8);
        assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
        return new Outcome(process.exitValue(), said);
    }

    private record Outcome(int status, String said) {}
}
