package org.retold.api;

import static io.restassured.RestAssured.get;
import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.retold.api.Newsroom.event;
import static org.retold.api.Newsroom.story;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.retold.contract.Json;
import org.retold.contract.StoryEvent.Kind;
import org.retold.teststack.TestStack;

/** The lines of docs/api.md do what it says. */
@QuarkusTest
@WithTestResource(value = TestStack.class, scope = TestResourceScope.GLOBAL)
final class ApiPageTest {

    private static final Path PAGE = Path.of(System.getProperty("retold.root"), "docs", "api.md");
    private static final String TOKEN = "word-of-the-tests";

    @TempDir
    Path directory;

    private final Topicful topics = new Topicful();

    @BeforeEach
    void twoStories() throws Exception {
        for (String tool : List.of("curl", "jq")) {
            assumeTrue(start("command -v " + tool, "tool").waitFor() == 0, tool + " is not installed");
        }
        topics.send(story("page-1", 1, 81_000, 1, "page-a", "page-b"));
        topics.send(story("page-2", 1, 81_001, 1, "page-c"));
        Topicful.awaitStatus(200, "/api/v1/stories/page-2");
    }

    @AfterEach
    void close() {
        topics.close();
    }

    @Test
    void aPollIsToldOnceAndThenThatNothingChanged() throws Exception {
        String poll = line("Poll").replace("language=en", "publisher=page-a.example.org");

        assertThat(run(poll)).isEqualTo("200\n");
        String list = Files.readString(directory.resolve("list.json"));
        assertThat(list).contains("page-1");
        assertThat(run(poll)).isEqualTo("304\n");
        assertThat(directory.resolve("list.json")).hasContent(list);
        topics.send(story("page-1", 2, 81_002, 1, "page-a", "page-b", "page-d"));
        Topicful.awaitTrue(() -> get("/api/v1/stories/page-1").<Integer>path("version") == 2);
        assertThat(run(poll)).isEqualTo("200\n");
    }

    @Test
    void aWalkSeesAllStories() throws Exception {
        String walk =
                line("Walk").replace("limit=200", "limit=1&since=2024-02-14T06:59:00Z&until=2024-02-14T07:05:00Z");

        assertThat(run(walk))
                .containsOnlyOnce("\tpage-1\t")
                .containsOnlyOnce("\tpage-2\t")
                .hasLineCount(2);
    }

    @Test
    void aRoundTellsWhatChangedSinceTheOneBefore() throws Exception {
        String round = line("Follow changes").replace("limit=200", "limit=2");
        Files.writeString(directory.resolve("since"), "80999");

        assertThat(run(round)).contains("81001\tpage-2\t1\n");
        String since = Files.readString(directory.resolve("since"));
        assertThat(run(round)).isEmpty();
        assertThat(directory.resolve("since")).hasContent(since);

        long next = Long.parseLong(since.strip()) + 1;
        topics.send(story("page-2", 2, next, 1, "page-c", "page-e"));
        Topicful.awaitTrue(() -> get("/api/v1/stories/page-2").<Integer>path("version") == 2);
        assertThat(run(round)).isEqualTo("%d\tpage-2\t2\n".formatted(next));
        assertThat(directory.resolve("since")).hasContent(Long.toString(next));
    }

    @Test
    void whoListensHearsWhatHappenedSince() throws Exception {
        // The first one may stand at 0, and what comes after that is asked for.
        topics.send(event("page-e0", "page-1", Kind.CREATED, 1, 81_000));
        topics.send(event("page-e1", "page-1", Kind.REVISED, 1, 81_000));

        Process listening = start(line("Listen").replace("1042", "0"), "heard");
        try {
            Topicful.awaitTrue(
                    () -> Files.readString(directory.resolve("heard")).contains("page-e1"));
        } finally {
            listening.descendants().forEach(ProcessHandle::destroy);
            listening.destroy();
        }

        assertThat(Files.readString(directory.resolve("heard"))).contains("event: revised", "id: ");
    }

    @Test
    void aWebhookIsMade() throws Exception {
        String made = run(line("Be told"));

        String id = Json.MAPPER.readTree(made).at("/webhook/id").asText();
        assertThat(made).contains("\"secret\"");
        given().header("Authorization", "Bearer " + TOKEN)
                .delete("/api/v1/webhooks/" + id)
                .then()
                .statusCode(204);
    }

    /** What stands in a chapter of the page to be run. */
    private static String line(String chapter) throws IOException {
        return Pattern.compile("(?s)\n## " + chapter + "\n.*?\n```sh\n(.*?)\n```\n")
                .matcher(Files.readString(PAGE))
                .results()
                .findFirst()
                .orElseThrow()
                .group(1)
                .replace("http://127.0.0.1:8080", "http://127.0.0.1:" + RestAssured.port);
    }

    private String run(String line) throws Exception {
        Process process = start(line, "said");
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        String said = Files.readString(directory.resolve("said"), UTF_8);
        assertThat(process.exitValue()).as(said).isZero();
        return said;
    }

    private Process start(String line, String output) throws IOException {
        ProcessBuilder shell = new ProcessBuilder("bash", "-c", line)
                .directory(directory.toFile())
                .redirectErrorStream(true)
                .redirectOutput(directory.resolve(output).toFile());
        shell.environment().put("TOKEN", TOKEN);
        return shell.start();
    }
}
