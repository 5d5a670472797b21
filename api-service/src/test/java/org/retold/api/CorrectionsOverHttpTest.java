package org.retold.api;

import static io.restassured.RestAssured.get;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.retold.api.Newsroom.merged;
import static org.retold.api.Newsroom.story;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.retold.contract.Correction;
import org.retold.contract.Correction.Kind;
import org.retold.contract.Topics;
import org.retold.teststack.TestStack;
import org.retold.teststack.TopicProbe;

@QuarkusTest
@WithTestResource(value = TestStack.class, scope = TestResourceScope.GLOBAL)
final class CorrectionsOverHttpTest {

    private static final String TOKEN = "word-of-the-tests";

    private Topicful topics;
    private TopicProbe<String, Correction> corrections;

    @BeforeEach
    void openTopics() {
        topics = new Topicful();
        corrections = TopicProbe.on(Topics.CORRECTIONS);
    }

    @AfterEach
    void closeTopics() {
        topics.close();
        corrections.close();
    }

    @Test
    void aSplitIsWrittenDownBeforeItIsAnswered() {
        shown("split-1", 20_000, "sa", "sb", "sc");

        Response answer = operator()
                .body("{\"articleIds\":[\"sc\",\"sb\"],\"by\":\"desk\",\"reason\":\"Another ship.\"}")
                .post("/api/v1/stories/split-1/split");

        answer.then().statusCode(202).body("items", hasSize(3)).body("items[0].kind", equalTo("together"));
        String id = answer.path("id");
        assertThat(answer.header("Location")).endsWith("/api/v1/corrections/" + id);
        List<Correction> written = corrections.awaitValues(3);
        assertThat(written).extracting(Correction::kind).containsExactly(Kind.TOGETHER, Kind.APART, Kind.APART);
        assertThat(written.get(1).articleIds()).containsExactly("sb", "sa");
        assertThat(written.getFirst().by()).isEqualTo("desk");
        Topicful.awaitStatus(200, "/api/v1/corrections/" + id);
        get("/api/v1/corrections/" + id).then().body("items.id", equalTo(List.of(id, id + ".1", id + ".2")));
        get("/api/v1/corrections").then().body("items.id", hasItems(id, id + ".2"));
    }

    @Test
    void whoSaysTheSameAgainGetsTheSameAnswer() {
        shown("again-1", 20_010, "aa", "ab");
        String split = "{\"articleIds\":[\"ab\"]}";
        String id = operator().body(split).post("/api/v1/stories/again-1/split").path("id");
        Topicful.awaitStatus(200, "/api/v1/corrections/" + id);
        topics.send(story("again-1", 2, 20_011, 2, "aa"));
        topics.send(story("again-2", 1, 20_011, 2, "ab"));
        Topicful.awaitStatus(200, "/api/v1/stories/again-2");

        operator()
                .body(split)
                .post("/api/v1/stories/again-1/split")
                .then()
                .statusCode(202)
                .body("id", equalTo(id));
    }

    @Test
    void storiesAreMergedWhicheverIsInTheAddress() {
        shown("merge-1", 20_020, "ma");
        shown("merge-2", 20_021, "mb");

        String here = operator()
                .body("{\"storyIds\":[\"merge-2\"]}")
                .post("/api/v1/stories/merge-1/merge")
                .path("id");
        Topicful.awaitStatus(200, "/api/v1/corrections/" + here);
        String there = operator()
                .body("{\"storyIds\":[\"merge-1\"]}")
                .post("/api/v1/stories/merge-2/merge")
                .path("id");

        assertThat(there).isEqualTo(here);
        assertThat(corrections.awaitValues(2))
                .allSatisfy(said -> assertThat(said.articleIds()).containsExactlyInAnyOrder("ma", "mb"));
        topics.send(story("merge-1", 2, 20_022, 2, "ma", "mb"));
        topics.send(merged("merge-2", 2, 20_022, 2, "merge-1"));
        Topicful.awaitStatus(308, "/api/v1/stories/merge-2");
        operator()
                .body("{\"storyIds\":[\"merge-1\"]}")
                .post("/api/v1/stories/merge-2/merge")
                .then()
                .statusCode(202)
                .body("id", equalTo(here));
        operator()
                .redirects()
                .follow(false)
                .body("{\"articleIds\":[\"mb\"]}")
                .post("/api/v1/stories/merge-2/split")
                .then()
                .statusCode(308)
                .header("Location", endsWith("/api/v1/stories/merge-1/split"));
    }

    @Test
    void whatWasSaidIsTakenBack() {
        shown("back-1", 20_030, "ba", "bb");
        String id = operator()
                .body("{\"articleIds\":[\"bb\"]}")
                .post("/api/v1/stories/back-1/split")
                .path("id");
        Topicful.awaitStatus(200, "/api/v1/corrections/" + id);

        operator().delete("/api/v1/corrections/" + id).then().statusCode(202);

        ConsumerRecord<String, Correction> tombstone = corrections.await(2).get(1);
        assertThat(tombstone.key()).isEqualTo(id);
        assertThat(tombstone.value()).isNull();
        Topicful.awaitStatus(404, "/api/v1/corrections/" + id);
        operator().delete("/api/v1/corrections/" + id).then().statusCode(404);
    }

    @Test
    void onlyTheOperatorChangesSomething() {
        shown("mine", 20_040, "oa", "ob");
        for (RequestSpecification stranger : List.of(
                given(),
                given().header("Authorization", "Bearer wrong"),
                given().header("Authorization", "Basic " + TOKEN))) {
            stranger.contentType(ContentType.JSON)
                    .body("{\"articleIds\":[\"ob\"]}")
                    .post("/api/v1/stories/mine/split")
                    .then()
                    .statusCode(401)
                    .contentType("application/problem+json")
                    .header("WWW-Authenticate", containsString("Bearer"));
        }
        given().delete("/api/v1/corrections/any").then().statusCode(401);
        get("/api/v1/corrections").then().statusCode(200);
    }

    @Test
    void whatCannotBeDoneIsRefusedInOneSentence() {
        shown("refuse-1", 20_050, "ra", "rb");
        topics.send(story("refuse-2", 1, 20_051, 1, "rc"));
        topics.stories.send("refuse-2", null, Newsroom.MORNING);
        Topicful.awaitStatus(410, "/api/v1/stories/refuse-2");

        refused(404, "/api/v1/stories/nobody/split", "{\"articleIds\":[\"ra\"]}", "no such story");
        refused(410, "/api/v1/stories/refuse-2/split", "{\"articleIds\":[\"rc\"]}", "expired");
        refused(422, "/api/v1/stories/refuse-1/split", "{\"articleIds\":[\"rz\"]}", "Not in this story: rz.");
        refused(422, "/api/v1/stories/refuse-1/split", "{\"articleIds\":[\"ra\",\"rb\"]}", "has to stay");
        refused(400, "/api/v1/stories/refuse-1/split", "{\"articleIds\":[]}", "missing or empty");
        refused(400, "/api/v1/stories/refuse-1/split", "{}", "missing or empty");
        refused(400, "/api/v1/stories/refuse-1/split", "{\"articles\":[\"ra\"]}", "articleIds");
        refused(400, "/api/v1/stories/refuse-1/split", "{\"articleIds\":[\"r a\"]}", "no id");
        refused(400, "/api/v1/stories/refuse-1/split", "[", "The body must be");
        refused(404, "/api/v1/stories/refuse-1/merge", "{\"storyIds\":[\"nobody\"]}", "no story nobody");
        refused(410, "/api/v1/stories/refuse-1/merge", "{\"storyIds\":[\"refuse-2\"]}", "refuse-2 has expired");
        refused(422, "/api/v1/stories/refuse-1/merge", "{\"storyIds\":[\"refuse-1\"]}", "with itself");
        refused(400, "/api/v1/stories/refuse-1/merge?force=yes", "{\"storyIds\":[\"refuse-1\", \"x\"]}", "force");
        refused(413, "/api/v1/stories/refuse-1/split", " ".repeat(70_000), "larger than");
    }

    private void shown(String id, long change, String... articleIds) {
        topics.send(story(id, 1, change, 1, articleIds));
        Topicful.awaitStatus(200, "/api/v1/stories/" + id);
    }

    private static void refused(int status, String path, String body, String why) {
        operator()
                .body(body)
                .post(path)
                .then()
                .statusCode(status)
                .contentType("application/problem+json")
                .body("detail", containsString(why));
    }

    private static RequestSpecification operator() {
        return given().header("Authorization", "Bearer " + TOKEN).contentType(ContentType.JSON);
    }
}
