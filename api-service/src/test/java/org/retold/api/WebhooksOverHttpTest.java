package org.retold.api;

import static io.restassured.RestAssured.get;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;
import static org.retold.api.Newsroom.story;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.retold.api.Receiver.Reaction;
import org.retold.api.webhook.Secret;
import org.retold.contract.StoryEvent;
import org.retold.contract.StoryEvent.Kind;
import org.retold.teststack.TestStack;

@QuarkusTest
@WithTestResource(value = TestStack.class, scope = TestResourceScope.GLOBAL)
final class WebhooksOverHttpTest {

    private static final String TOKEN = "word-of-the-tests";
    private static final String WEBHOOKS = "/api/v1/webhooks";

    private Topicful topics;
    private Receiver receiver;

    @BeforeEach
    void open() {
        topics = new Topicful();
        receiver = new Receiver();
    }

    @AfterEach
    void close() {
        List<String> ids = operator().get(WEBHOOKS).path("items.id");
        ids.forEach(id -> operator().delete(WEBHOOKS + "/" + id));
        topics.close();
        receiver.close();
    }

    @Test
    void whatHappensOnTheTopicsArrivesSignedAndIsInTheLog() {
        Response made =
                make("{\"url\":\"%s\",\"kinds\":[\"created\"],\"filter\":{\"publisher\":\"hook-a1.example.org\"}}"
                        .formatted(receiver.url()));
        made.then()
                .statusCode(201)
                .header("Location", endsWith(WEBHOOKS + "/" + made.path("webhook.id")))
                .body("secret", startsWith("whsec_"))
                .body("webhook.state", equalTo("active"))
                .body("webhook.kinds", equalTo(List.of("created")))
                .body("webhook.filter.publisher", equalTo("hook-a1.example.org"))
                .body("webhook.filter.language", nullValue());

        topics.send(story("hook-0", 1, 31_000, 1, "hook-a0"));
        topics.send(happened("hook-e0", "hook-0", Kind.CREATED, 31_000));
        topics.send(story("hook-1", 1, 31_001, 1, "hook-a1"));
        topics.send(happened("hook-e1", "hook-1", Kind.CREATED, 31_001));

        Topicful.awaitTrue(() -> receiver.calls.size() == 1);
        Receiver.Call call = receiver.calls.getFirst();
        Secret secret = new Secret(made.path("secret"));
        assertThat(call.body()).contains("\"type\":\"story.created\"", "\"id\":\"hook-1\"");
        assertThat(call.signature())
                .isEqualTo(secret.sign(call.id(), Instant.ofEpochSecond(call.timestamp()), call.body()));
        String log = WEBHOOKS + "/" + made.path("webhook.id") + "/deliveries";
        Topicful.awaitTrue(() ->
                operator().get(log + "?state=delivered").path("items.size()").equals(1));
        operator()
                .get(log)
                .then()
                .statusCode(200)
                .header("Cache-Control", "no-store")
                .body("next", nullValue())
                .body("items[0].id", equalTo(call.id()))
                .body("items[0].event.storyId", equalTo("hook-1"))
                .body("items[0].attempts[0].request.body", equalTo(call.body()))
                .body("items[0].attempts[0].request.headers.'webhook-id'", equalTo(call.id()))
                .body("items[0].attempts[0].answer.status", equalTo(204))
                .body("items[0].attempts[0].took", startsWith("PT"));
        get("/q/metrics")
                .then()
                .body(containsString("retold_api_webhook_attempts_total{outcome=\"delivered\"}"))
                .body(containsString("retold_api_webhook_attempt_time_seconds_count"))
                .body(containsString("retold_api_webhooks{state=\"disabled\"}"))
                .body(containsString("retold_api_webhook_waiting"))
                .body(containsString("retold_api_webhook_failing"));
    }

    @Test
    void aReceiverIsTriedByHandAndWhatWasSentIsSentAgainUnderItsId() {
        String id = make("{\"url\":\"%s\"}".formatted(receiver.url())).path("webhook.id");
        receiver.reacts(call -> new Reaction(500, Map.of(), "Out of paper"));

        Response ping = operator().post(WEBHOOKS + "/" + id + "/ping");

        ping.then()
                .statusCode(200)
                .body("type", equalTo("webhook.ping"))
                .body("state", equalTo("failed"))
                .body("event", nullValue())
                .body("attempts[0].answer.beginning", equalTo("Out of paper"))
                .body("attempts[0].problem", equalTo("It answered 500."));
        receiver.reacts(call -> Reaction.of(200));
        String delivery = WEBHOOKS + "/" + id + "/deliveries/" + ping.path("id");
        operator()
                .post(delivery + "/redeliver")
                .then()
                .statusCode(200)
                .body("state", equalTo("delivered"))
                .body("attempts", hasSize(2));
        operator().get(delivery).then().statusCode(200).body("attempts[1].number", equalTo(2));
        assertThat(receiver.ids()).hasSize(2).containsOnly(ping.<String>path("id"));
        operator().get(WEBHOOKS + "/" + id).then().body("failures", equalTo(0)).body("lastSuccess", notNullValue());
    }

    @Test
    void whatIsSentByItselfIsNotSentByHand() {
        String id = make("{\"url\":\"%s\",\"filter\":{\"publisher\":\"hook-b1.example.org\"}}"
                        .formatted(receiver.url()))
                .path("webhook.id");
        receiver.reacts(call -> Reaction.of(503));
        topics.send(story("hook-2", 1, 31_010, 1, "hook-b1"));
        topics.send(happened("hook-e2", "hook-2", Kind.CREATED, 31_010));
        Topicful.awaitTrue(
                () -> operator().get(WEBHOOKS + "/" + id).path("failures").equals(1));
        String delivery = operator().get(WEBHOOKS + "/" + id + "/deliveries").path("items[0].id");

        operator()
                .post(WEBHOOKS + "/" + id + "/deliveries/" + delivery + "/redeliver")
                .then()
                .statusCode(409)
                .body("detail", containsString("sent by itself"));
    }

    @Test
    void aWebhookIsListedChangedPausedAndRemoved() {
        Response made = make("{\"url\":\"%s\",\"description\":\"The desk\"}".formatted(receiver.url()));
        String id = made.path("webhook.id");
        String path = WEBHOOKS + "/" + id;

        operator()
                .body("{\"state\":\"paused\",\"kinds\":[\"merged\",\"split\"],\"filter\":{\"minArticles\":2}}")
                .patch(path)
                .then()
                .statusCode(200)
                .body("state", equalTo("paused"))
                .body("kinds", equalTo(List.of("merged", "split")))
                .body("filter.minArticles", equalTo(2))
                .body("description", equalTo("The desk"))
                .body("url", equalTo(receiver.url()));
        operator().body("{\"state\":\"active\"}").patch(path).then().body("state", equalTo("active"));
        operator().post(path + "/secret").then().statusCode(200).body("secret", not(equalTo(made.path("secret"))));
        operator().get(WEBHOOKS).then().body("items.id", hasItem(id)).body(not(containsString("whsec_")));
        operator().delete(path).then().statusCode(204);
        for (String gone : List.of(path, path + "/deliveries", path + "/deliveries/msg_1")) {
            operator().get(gone).then().statusCode(404).contentType("application/problem+json");
        }
        operator().delete(path).then().statusCode(404);
        operator().post(path + "/ping").then().statusCode(404);
        operator().post(path + "/secret").then().statusCode(404);
        operator().body("{}").patch(path).then().statusCode(404);
    }

    @Test
    void theLogIsWalkedFromTheLatestToTheFirst() {
        String id = make("{\"url\":\"%s\"}".formatted(receiver.url())).path("webhook.id");
        String log = WEBHOOKS + "/" + id + "/deliveries";
        List<String> sent = List.of(
                operator().post(WEBHOOKS + "/" + id + "/ping").path("id"),
                operator().post(WEBHOOKS + "/" + id + "/ping").path("id"),
                operator().post(WEBHOOKS + "/" + id + "/ping").path("id"));

        Response first = operator().get(log + "?limit=2");
        Response second = operator().get(log + "?limit=2&cursor=" + first.path("next"));

        assertThat(first.<List<String>>path("items.id")).containsExactly(sent.get(2), sent.get(1));
        assertThat(second.<List<String>>path("items.id")).containsExactly(sent.get(0));
        assertThat(second.<String>path("next")).isNull();
        for (String bad : List.of("limit=0", "limit=101", "cursor=%21", "state=lost", "page=2")) {
            operator()
                    .get(log + "?" + bad)
                    .then()
                    .statusCode(400)
                    .body("parameters[0].name", equalTo(bad.substring(0, bad.indexOf('='))));
        }
    }

    @Test
    void onlyOperatorsSeeWebhooks() {
        for (String path : List.of("", "/wh_1", "/wh_1/deliveries", "/wh_1/deliveries/msg_1")) {
            get(WEBHOOKS + path).then().statusCode(401).contentType("application/problem+json");
        }
        given().header("Authorization", "Bearer wrong").get(WEBHOOKS).then().statusCode(401);
        given().contentType(ContentType.JSON).body("{}").post(WEBHOOKS).then().statusCode(401);
        given().delete(WEBHOOKS + "/wh_1").then().statusCode(401);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{}                                                     | 400 | \"url\" is missing",
                "[]                                                     | 400 | The body must be",
                "null                                                   | 400 | The body must be",
                "{\"url\":\"http://example.org\"} {}                    | 400 | The body must be",
                "{\"url\":\"http://example.org\",\"secret\":\"x\"}      | 400 | secret",
                "{\"url\":\"http://example.org\",\"state\":\"paused\"}  | 400 | \"state\"",
                "{\"url\":\"http://example.org\",\"kinds\":[]}          | 400 | \"kinds\" is empty",
                "{\"url\":\"http://example.org\",\"kinds\":[\"x\"]}     | 400 | none of created",
                "{\"url\":\"http://example.org\",\"kinds\":[\"unknown\"]}  | 400 | none of created",
                "{\"url\":\"http://example.org\",\"kinds\":[null]}      | 400 | none of created",
                "{\"url\":\"http://example.org\",\"filter\":{\"minArticles\":0}} | 400 | \"filter.minArticles\" '0'",
                "{\"url\":\"http://example.org\",\"filter\":{\"lang\":\"fr\"}} | 400 | lang",
                "{\"url\":\"http://example.org\",\"filter\":{\"q\":\"a\\u0000\"}} | 400 | \"filter.q\"",
                "{\"url\":\"ftp://example.org\"}                        | 422 | not an http or https address",
                "{\"url\":\"example.org\"}                              | 422 | http or https",
                "{\"url\":\"http://a b\"}                               | 422 | http or https",
                "{\"url\":\"http://me:word@example.org\"}               | 422 | without user",
                "{\"url\":\"http://example.org#part\"}                  | 422 | fragment",
                "{\"url\":\"http://169.254.169.254/latest\"}            | 422 | Nothing is sent there: 169.254.169.254 is",
                "{\"url\":\"http://metadata.google.internal/\"}         | 422 | metadata service",
            })
    void whatIsNoWebhookIsRefusedInOneSentence(String body, int status, String why) {
        make(body)
                .then()
                .statusCode(status)
                .contentType("application/problem+json")
                .body("detail", containsString(why));
    }

    @Test
    void tooLongABodyIsRefused() {
        make("{\"url\":\"http://example.org/" + "x".repeat(2001) + "\"}").then().statusCode(400);
        make(" ".repeat(20_000)).then().statusCode(413);
        make("{\"url\":\"http://example.org/\",\"description\":\"" + "x".repeat(201) + "\"}")
                .then()
                .statusCode(400);
        operator()
                .body("{\"url\":\"http://example.org/\"}")
                .post(WEBHOOKS + "?force=yes")
                .then()
                .statusCode(400)
                .body("parameters[0].name", equalTo("force"));
    }

    private static StoryEvent happened(String id, String storyId, Kind kind, long change) {
        return new StoryEvent(id, storyId, kind, 1, change, 1, Instant.now().plusSeconds(1), null, null);
    }

    private static Response make(String body) {
        return operator().body(body).post(WEBHOOKS);
    }

    private static RequestSpecification operator() {
        return given().header("Authorization", "Bearer " + TOKEN).contentType(ContentType.JSON);
    }
}
