package org.retold.api;

import static io.restassured.RestAssured.get;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.retold.api.Newsroom.event;
import static org.retold.api.Newsroom.merged;
import static org.retold.api.Newsroom.story;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.retold.contract.StoryEvent;
import org.retold.contract.StoryEvent.Kind;
import org.retold.teststack.TestStack;

@QuarkusTest
@WithTestResource(value = TestStack.class, scope = TestResourceScope.GLOBAL)
final class StoryStreamTest {

    private static final String STREAM = "/api/v1/stories/stream";
    private static final String END = "stream-end";

    private static Topicful topics;

    @BeforeAll
    static void openTopics() {
        topics = new Topicful();
    }

    @AfterAll
    static void closeTopics() {
        topics.close();
    }

    /** A connection of its own, which is read as far as a test wants. */
    private static final class Listener implements AutoCloseable {

        private final Socket socket = new Socket(InetAddress.getLoopbackAddress(), RestAssured.port);
        private final BufferedReader lines;

        Listener(String query, String header) throws IOException {
            socket.setSoTimeout(30_000);
            lines = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
            socket.getOutputStream()
                    .write("GET %s%s HTTP/1.1\r\nHost: localhost\r\nAccept: text/event-stream\r\n%s\r\n"
                            .formatted(STREAM, query, header)
                            .getBytes(StandardCharsets.US_ASCII));
            await("retry: 2000");
        }

        /** Lines up to the first that begins so, without those that carry nothing. */
        List<String> await(String begin) throws IOException {
            List<String> heard = new ArrayList<>();
            while (true) {
                String line = lines.readLine();
                assertThat(line).as("the stream ended; heard was %s", heard).isNotNull();
                if (line.startsWith("id:") || line.startsWith("event:") || line.startsWith("data:")) {
                    heard.add(line);
                }
                if (line.startsWith(begin)) {
                    return heard;
                }
            }
        }

        @Override
        public void close() throws IOException {
            socket.close();
        }
    }

    @Test
    void whoListensHearsWhatHappensWithTheStoryAndWhoComesBackHearsTheRest() throws IOException {
        long heardLast;
        try (Listener listener = new Listener("", "")) {
            topics.send(story("stream-1", 1, 9001, 1, "stream-a1"));
            topics.send(event("stream-e1", "stream-1", Kind.CREATED, 1, 9001));
            List<String> heard = listener.await("data: {\"event\":{\"id\":\"stream-e1\"");

            assertThat(heard.get(heard.size() - 2)).isEqualTo("event: created");
            assertThat(heard.getLast())
                    .contains("\"story\":{\"id\":\"stream-1\"")
                    .contains("\"articleCount\":1");
            heardLast = Long.parseLong(heard.get(heard.size() - 3).substring("id: ".length()));
        }
        topics.send(story("stream-1", 2, 9002, 1, "stream-a1", "stream-a2"));
        topics.send(event("stream-e2", "stream-1", Kind.JOINED, 2, 9002));
        topics.send(event("stream-e3", "stream-0", Kind.EXPIRED, 2, 9003));

        try (Listener again = new Listener("", "Last-Event-ID: %d\r\n".formatted(heardLast))) {
            List<String> heard = again.await("data: {\"event\":{\"id\":\"stream-e3\"");

            assertThat(heard.getFirst()).isEqualTo("id: %d".formatted(heardLast + 1));
            assertThat(heard).contains("event: joined", "event: expired").doesNotContain("event: created");
            assertThat(heard.getLast()).contains("\"story\":null");
        }
        try (Listener again = new Listener("?minArticles=3&lastEventId=" + heardLast, "")) {
            List<String> heard = again.await("data: {\"event\":{\"id\":\"stream-e3\"");

            assertThat(heard).doesNotContain("event: joined");
        }
    }

    @Test
    void whoListensToRetoldStoriesHearsTheEndOfThoseAndNotOfSingles() throws IOException {
        long before;
        try (Listener listener = new Listener("", "")) {
            topics.send(story("stream-single", 1, 9201, 1, "stream-s1"));
            topics.send(event("stream-s-e1", "stream-single", Kind.CREATED, 1, 9201));
            List<String> heard = listener.await("data: {\"event\":{\"id\":\"stream-s-e1\"");
            before = Long.parseLong(heard.get(heard.size() - 3).substring("id: ".length())) - 1;
        }
        topics.send(event("stream-p-e1", "stream-pair", Kind.CREATED, 1, 9202));
        topics.send(event("stream-p-e2", "stream-pair", Kind.JOINED, 2, 9203));
        topics.send(story("stream-pair", 2, 9203, 1, "stream-p1", "stream-p2"));
        topics.stories.send("stream-single", null, Newsroom.MORNING);
        topics.stories.send("stream-pair", null, Newsroom.MORNING);
        Topicful.awaitStatus(410, "/api/v1/stories/stream-pair");
        topics.send(event("stream-s-e2", "stream-single", Kind.EXPIRED, 2, 9204));
        topics.send(event("stream-p-e3", "stream-pair", Kind.EXPIRED, 3, 9205));

        try (Listener all = new Listener("?lastEventId=" + before, "")) {
            assertThat(all.await("data: {\"event\":{\"id\":\"stream-p-e3\""))
                    .filteredOn(line -> line.startsWith("event:"))
                    .containsExactly(
                            "event: created", "event: created", "event: joined", "event: expired", "event: expired");
        }
        try (Listener retold = new Listener("?minArticles=2&lastEventId=" + before, "")) {
            assertThat(retold.await("data: {\"event\":{\"id\":\"stream-p-e3\""))
                    .filteredOn(line -> line.startsWith("event:"))
                    .containsExactly("event: expired");
        }
    }

    @Test
    void ofAMergeAndASplitBothStoriesAreToldWithWhatIsShownOfThem() throws IOException {
        topics.send(story("stream-4", 1, 9301, 1, "stream-c1"));
        topics.send(story("stream-5", 1, 9302, 1, "stream-c2"));
        Topicful.awaitStatus(200, "/api/v1/stories/stream-5");

        try (Listener listener = new Listener("", "")) {
            topics.send(story("stream-4", 2, 9303, 2, "stream-c1", "stream-c2"));
            topics.send(merged("stream-5", 2, 9303, 2, "stream-4"));
            topics.send(of("stream-e4", "stream-4", Kind.MERGED, 9303, "stream-5"));
            topics.send(of("stream-e5", "stream-5", Kind.MERGED, 9303, "stream-4"));
            List<String> heard = listener.await("data: {\"event\":{\"id\":\"stream-e5\"");

            assertThat(heard).filteredOn("event: merged"::equals).hasSize(2);
            assertThat(heard.get(heard.size() - 4))
                    .contains("\"id\":\"stream-e4\"", "\"otherStoryId\":\"stream-5\"", "\"articleCount\":2");
            assertThat(heard.getLast()).contains("\"otherStoryId\":\"stream-4\"");

            topics.send(story("stream-4", 3, 9304, 2, "stream-c1"));
            topics.send(story("stream-5", 3, 9304, 2, "stream-c2"));
            topics.send(of("stream-e6", "stream-4", Kind.SPLIT, 9304, "stream-5"));
            topics.send(of("stream-e7", "stream-5", Kind.SPLIT, 9304, "stream-4"));
            heard = listener.await("data: {\"event\":{\"id\":\"stream-e7\"");

            assertThat(heard).filteredOn("event: split"::equals).hasSize(2);
            assertThat(heard.getLast()).contains("\"story\":{\"id\":\"stream-5\"", "\"articleCount\":1");
        }
    }

    private static StoryEvent of(String id, String story, Kind kind, long change, String other) {
        return new StoryEvent(id, story, kind, 2, change, 2, Newsroom.MORNING, null, other);
    }

    @Test
    void whoIsNotUnderstoodIsToldSo() {
        given().header("Last-Event-ID", "yesterday")
                .get(STREAM)
                .then()
                .statusCode(400)
                .body("parameters[0].name", equalTo("Last-Event-ID"));
        get(STREAM + "?kind=joined").then().statusCode(400).body("detail", containsString("kind"));
    }

    @Test
    void whoDoesNotTakeWhatItIsToldIsHungUpOnAndFreesItsPlace() throws IOException {
        topics.send(story("stream-2", 1, 9100, 1, "stream-b1"));
        String longText = "x".repeat(3_000);
        for (int i = 0; i < 3_000; i++) {
            topics.send(new StoryEvent(
                    "stream-f" + i, "stream-2", Kind.REVISED, 1, 9101 + i, 1, Newsroom.MORNING, longText, null));
        }
        topics.send(event(END, "stream-3", Kind.REVISED, 1, 20_000));
        Topicful.awaitTrue(
                () -> get("/api/v1/stories/stream-3/history").body().asString().contains(END));
        double before = metric("retold_api_listeners_hung_up_on_total");

        try (Listener asleep = new Listener("?lastEventId=0", "")) {
            assertThat(asleep.socket.isConnected()).isTrue();
            Topicful.awaitTrue(() -> metric("retold_api_listeners_hung_up_on_total") > before);
        }

        Topicful.awaitTrue(() -> metric("retold_api_listeners") == 0);
    }

    private static double metric(String name) {
        return get("/q/metrics")
                .body()
                .asString()
                .lines()
                .filter(line -> line.startsWith(name + " ") || line.startsWith(name + "{"))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                .sum();
    }
}
