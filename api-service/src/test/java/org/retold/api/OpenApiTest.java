package org.retold.api;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.retold.api.Newsroom.MORNING;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.http.Method;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.assertj.core.api.SoftAssertions;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.retold.contract.Article;
import org.retold.contract.Correction;
import org.retold.contract.Json;
import org.retold.contract.Publisher;
import org.retold.contract.Relation;
import org.retold.contract.Story;
import org.retold.contract.StoryEvent;
import org.retold.contract.Topics;
import org.retold.teststack.TestStack;
import org.retold.teststack.TopicProbe;

/**
 * Walks the OpenAPI document against the running service: every operation is called with the examples of its parameters and
 * body, which name what this test has put there, and what it answers is compared with what is written.
 */
@QuarkusTest
@WithTestResource(value = TestStack.class, scope = TestResourceScope.GLOBAL)
final class OpenApiTest {

    private static final String TOKEN = "word-of-the-tests";
    private static final String JSON = "application/json";
    private static final String EVENTS = "text/event-stream";
    private static final List<String> METHODS = List.of("get", "patch", "post", "put", "delete");

    /** What was answered, to be looked at. */
    private static final Path ANSWERS = Path.of("target", "openapi-answers");

    @Inject
    Jdbi jdbi;

    private JsonNode document = Json.MAPPER.createObjectNode();
    private final Topicful topics = new Topicful();
    private final TopicProbe<String, Correction> corrections = TopicProbe.on(Topics.CORRECTIONS);
    private final Receiver receiver = new Receiver();
    private final SoftAssertions expect = new SoftAssertions();

    /** One method of one path. */
    private record Call(String path, String method, JsonNode operation) {

        String name() {
            return method.toUpperCase(Locale.ROOT) + " " + path;
        }

        String id() {
            return operation.path("operationId").asText();
        }

        boolean streams() {
            return operation.at("/responses/200/content").has(EVENTS);
        }
    }

    @BeforeEach
    void putThereWhatTheExamplesName() {
        document = document();
        String story = example("/components/parameters/story");
        String other = exampleBody("mergeStories").at("/storyIds/0").asText();
        String article = example("/components/parameters/article");
        String leaving = exampleBody("splitStory").at("/articleIds/0").asText();
        String url = parameter(call("findArticle"), "url").path("example").asText();
        topics.send(articleAt(url, article));
        topics.send(Newsroom.evidence(leaving, article, story));
        topics.send(Newsroom.story(
                story,
                1,
                51_000,
                1,
                "Crane falls at the shipyard",
                List.of(memberAt(url, article), Newsroom.member(leaving, 1, Relation.RETELLING)),
                null));
        topics.send(Newsroom.story(other, 1, 51_001, 1, "article-of-the-other"));
        topics.send(new StoryEvent("51000-0", story, StoryEvent.Kind.CREATED, 1, 51_000, 1, MORNING, article, null));
        String correction = example("/components/parameters/correction");
        corrections.send(
                correction,
                new Correction(
                        correction,
                        Correction.Kind.APART,
                        List.of(leaving, article),
                        "operator",
                        MORNING,
                        "Another shipyard."),
                MORNING);
        for (String shown : List.of(
                "/api/v1/stories/" + story,
                "/api/v1/stories/" + other,
                "/api/v1/articles/" + article,
                "/api/v1/corrections/" + correction,
                "/api/v1/publishers/example.org")) {
            Topicful.awaitStatus(200, shown);
        }
        Topicful.awaitTrue(() -> RestAssured.get("/api/v1/stories/" + story + "/history")
                .asString()
                .contains("51000-0"));
        jdbi.useHandle(handle -> {
            handle.execute("delete from webhook where id = ?", example("/components/parameters/webhook"));
            handle.execute(
                    "insert into webhook (id, url, state, kinds, filter, secret, created, position, newer_than)"
                            + " values (?, ?, 'paused', '{created}', '{}', 'whsec_c2VjcmV0', now(), 0, now())",
                    example("/components/parameters/webhook"),
                    receiver.url());
            handle.execute(
                    "insert into webhook_delivery (id, webhook_id, type, state, created)"
                            + " values (?, ?, 'webhook.ping', 'failed', now())",
                    example("/components/parameters/delivery"),
                    example("/components/parameters/webhook"));
        });
    }

    @AfterEach
    void close() {
        topics.close();
        corrections.close();
        receiver.close();
    }

    @Test
    void everyOperationAndEverythingThatItTakesAndAnswersIsExplainedWithAnExample() {
        for (Call call : calls()) {
            expect.assertThat(call.id()).as(call.name()).isNotEmpty();
            expect.assertThat(call.operation().path("summary").asText())
                    .as(call.name())
                    .isNotEmpty();
            expect.assertThat(call.operation().path("description").asText())
                    .as(call.name())
                    .isNotEmpty();
            expect.assertThat(call.operation().path("tags").isEmpty())
                    .as(call.name())
                    .isFalse();
            parameters(call).forEach(parameter -> {
                String name = call.name() + ": " + parameter.path("name").asText();
                expect.assertThat(parameter.path("description").asText())
                        .as(name)
                        .isNotEmpty();
                expect.assertThat(parameter.hasNonNull("example"))
                        .as(name + " has an example")
                        .isTrue();
                expectValid(parameter.path("schema"), parameter.path("example"), name);
            });
            body(call).ifPresent(body -> {
                expect.assertThat(body.hasNonNull("example"))
                        .as(call.name() + " has an example of its body")
                        .isTrue();
                expectValid(body.path("schema"), body.path("example"), call.name() + ": body");
            });
            call.operation().path("responses").properties().forEach(answer -> {
                String name = call.name() + " " + answer.getKey();
                JsonNode response = resolved(answer.getValue());
                expect.assertThat(response.path("description").asText())
                        .as(name)
                        .isNotEmpty();
                response.path("content").properties().forEach(content -> {
                    expect.assertThat(content.getValue().hasNonNull("example"))
                            .as(name + " has an example of " + content.getKey())
                            .isTrue();
                    if (content.getKey().endsWith("json")) {
                        expectValid(
                                content.getValue().path("schema"),
                                content.getValue().path("example"),
                                name);
                    }
                });
            });
        }
        expect.assertAll();
    }

    @Test
    void everyOperationAnswersItsOwnExamplesAsDocumented() throws IOException {
        Files.createDirectories(ANSWERS);
        List<String> walked = new ArrayList<>();
        for (Call call : calls()) {
            if (call.streams()) {
                expectStream(call);
                walked.add(call.id());
                continue;
            }
            for (Map<String, String> path : paths(call)) {
                Response answer = request(call, path, true).request(method(call), call.path());
                expect.assertThat(answer.statusCode())
                        .as(call.name() + " " + answer.asString())
                        .isBetween(200, 204);
                expectDocumented(call, answer);
                expectPolledCheaply(call, path, answer);
                writeDown(call, answer);
                expectEachParameterTaken(call, path);
                walked.add(call.id());
            }
        }
        assertThat(walked)
                .as("operations that were walked")
                .containsAll(calls().stream().map(Call::id).toList());
        expect.assertAll();
    }

    @Test
    void whatIsNotKnownNotUnderstoodOrNotAllowedIsAnsweredAsDocumented() {
        for (Call call : calls()) {
            Map<String, String> path = paths(call).getFirst();
            expectRefusal(call, 400, request(call, path, true).queryParam("nobody", "knows"));
            for (JsonNode parameter : parameters(call)) {
                JsonNode schema = parameter.path("schema");
                boolean choosy = schema.path("type").asText().equals("integer") || schema.has("enum");
                if (parameter.path("in").asText().equals("query") && choosy) {
                    expectRefusal(
                            call,
                            400,
                            request(call, path, true)
                                    .queryParam(parameter.path("name").asText(), "!!"));
                }
            }
            if (path.containsKey("id")) {
                Map<String, String> nobody = new HashMap<>(path);
                nobody.put("id", "nobody");
                expectRefusal(call, 404, request(call, nobody, true));
            }
            if (body(call).isPresent()) {
                expectRefusal(call, 400, request(call, path, true).body("["));
                expectRefusal(call, 413, request(call, path, true).body(" ".repeat(600_000)));
            }
            if (call.operation().has("security")) {
                expectRefusal(call, 401, request(call, path, false));
            }
        }
        expect.assertAll();
    }

    private void expectRefusal(Call call, int status, RequestSpecification request) {
        Response answer = request.request(method(call), call.path());
        expect.assertThat(answer.statusCode())
                .as("%s is to answer %d: %s", call.name(), status, answer.asString())
                .isEqualTo(status);
        expectDocumented(call, answer);
    }

    /** Status, media type and body are written down. */
    private void expectDocumented(Call call, Response answer) {
        String name = call.name() + " " + answer.statusCode();
        JsonNode documented = resolved(call.operation().path("responses").path(Integer.toString(answer.statusCode())));
        expect.assertThat(documented.isObject()).as(name + " is documented").isTrue();
        if (!documented.has("content")) {
            expect.assertThat(answer.asString()).as(name).isEmpty();
            return;
        }
        String type = answer.contentType().split(";", 2)[0];
        JsonNode content = documented.path("content").path(type);
        expect.assertThat(content.isObject())
                .as(name + " is documented as " + type)
                .isTrue();
        if (type.endsWith("json")) {
            expectValid(content.path("schema"), read(answer.asString()), name);
        }
    }

    /** An answer with a tag is one that need not be sent again, and the other way round. */
    private void expectPolledCheaply(Call call, Map<String, String> path, Response answer) {
        if (!call.method().equals("get")) {
            return;
        }
        String tag = answer.header("ETag");
        expect.assertThat(call.operation().path("responses").has("304"))
                .as(call.name() + " says that it may answer 304")
                .isEqualTo(tag != null);
        if (tag != null) {
            Response again =
                    request(call, path, true).header("If-None-Match", tag).get(call.path());
            expect.assertThat(again.statusCode())
                    .as(call.name() + " asked again")
                    .isEqualTo(304);
        }
        Response head = request(call, path, true).head(call.path());
        expect.assertThat(head.statusCode()).as("HEAD of " + call.path()).isEqualTo(answer.statusCode());
        expect.assertThat(head.asString()).as("HEAD of " + call.path()).isEmpty();
    }

    private void expectEachParameterTaken(Call call, Map<String, String> path) {
        for (JsonNode parameter : parameters(call)) {
            boolean optional = parameter.path("in").asText().equals("query")
                    && !parameter.path("required").asBoolean();
            if (optional && call.method().equals("get")) {
                String name = parameter.path("name").asText();
                Response answer = request(call, path, true)
                        .queryParam(name, parameter.path("example").asText())
                        .get(call.path());
                expect.assertThat(answer.statusCode())
                        .as("%s with its example of %s: %s", call.name(), name, answer.asString())
                        .isEqualTo(200);
            }
        }
    }

    private void expectStream(Call call) {
        try {
            HttpURLConnection connection =
                    (HttpURLConnection) URI.create("http://localhost:%d%s".formatted(RestAssured.port, call.path()))
                            .toURL()
                            .openConnection();
            connection.setRequestProperty("Accept", EVENTS);
            expect.assertThat(connection.getResponseCode()).as(call.name()).isEqualTo(200);
            expect.assertThat(connection.getContentType()).as(call.name()).startsWith(EVENTS);
            connection.disconnect();
        } catch (IOException e) {
            expect.fail(call.name() + ": " + e.getMessage());
        }
    }

    private void expectValid(JsonNode schema, JsonNode value, String name) {
        ObjectNode whole = Json.MAPPER.createObjectNode();
        whole.setAll((ObjectNode) schema.deepCopy());
        whole.set("components", document.path("components"));
        JsonSchema validator =
                JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012).getSchema(whole);
        expect.assertThat(validator.validate(value))
                .extracting(ValidationMessage::getMessage)
                .as("%s: %s", name, value)
                .isEmpty();
    }

    /** In an order in which nothing is removed before it was looked at. */
    private List<Call> calls() {
        List<Call> calls = new ArrayList<>();
        document.path("paths")
                .properties()
                .forEach(path -> METHODS.stream()
                        .filter(method -> path.getValue().has(method))
                        .forEach(method -> calls.add(
                                new Call(path.getKey(), method, path.getValue().path(method)))));
        calls.sort(Comparator.comparingInt((Call call) -> METHODS.indexOf(call.method()))
                .thenComparingInt(call -> -call.path().length()));
        return calls;
    }

    private Call call(String operationId) {
        return calls().stream()
                .filter(call -> call.id().equals(operationId))
                .findFirst()
                .orElseThrow();
    }

    private List<JsonNode> parameters(Call call) {
        List<JsonNode> parameters = new ArrayList<>();
        call.operation().path("parameters").forEach(parameter -> parameters.add(resolved(parameter)));
        return parameters;
    }

    private JsonNode parameter(Call call, String name) {
        return parameters(call).stream()
                .filter(parameter -> parameter.path("name").asText().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private Optional<JsonNode> body(Call call) {
        JsonNode content = call.operation().path("requestBody").path("content").path(JSON);
        return content.isObject() ? Optional.of(content) : Optional.empty();
    }

    private JsonNode exampleBody(String operationId) {
        return body(call(operationId)).orElseThrow().path("example");
    }

    /** The parameters of the path by their examples; a choice is made in every way. */
    private List<Map<String, String>> paths(Call call) {
        List<Map<String, String>> paths = new ArrayList<>(List.of(Map.of()));
        for (JsonNode parameter : parameters(call)) {
            if (parameter.path("in").asText().equals("path")) {
                String name = parameter.path("name").asText();
                List<String> values = new ArrayList<>();
                parameter.at("/schema/enum").forEach(value -> values.add(value.asText()));
                if (values.isEmpty()) {
                    values.add(parameter.path("example").asText());
                }
                paths = paths.stream()
                        .flatMap(path -> values.stream().map(value -> {
                            Map<String, String> more = new HashMap<>(path);
                            more.put(name, value);
                            return more;
                        }))
                        .toList();
            }
        }
        return paths;
    }

    /** With what is needed: the parameters of the path, required ones of the query, the body. */
    private RequestSpecification request(Call call, Map<String, String> path, boolean operator) {
        RequestSpecification request = given().redirects().follow(false).pathParams(path);
        for (JsonNode parameter : parameters(call)) {
            if (parameter.path("in").asText().equals("query")
                    && parameter.path("required").asBoolean()) {
                request.queryParam(
                        parameter.path("name").asText(),
                        parameter.path("example").asText());
            }
        }
        body(call)
                .ifPresent(body -> request.contentType(ContentType.JSON)
                        .body(body.path("example").toString().replace("https://desk.example/hook", receiver.url())));
        return operator && call.operation().has("security")
                ? request.header("Authorization", "Bearer " + TOKEN)
                : request;
    }

    private JsonNode resolved(JsonNode node) {
        return node.has("$ref") ? document.at(node.path("$ref").asText().substring(1)) : node;
    }

    private String example(String pointer) {
        return document.at(pointer).path("example").asText();
    }

    private static Method method(Call call) {
        return Method.valueOf(call.method().toUpperCase(Locale.ROOT));
    }

    /** Under the name that its example has. */
    private static void writeDown(Call call, Response answer) throws IOException {
        String type = answer.contentType().split(";", 2)[0];
        String kind = type.substring(type.indexOf('/') + 1).replace('+', '.');
        Files.writeString(
                ANSWERS.resolve("%s.%d.%s".formatted(call.id(), answer.statusCode(), kind)), answer.asString());
    }

    private static Article articleAt(String url, String id) {
        Article any = Newsroom.article(id, "Crane falls at the shipyard", "en", "A crane fell on Tuesday.");
        return new Article(
                any.id(),
                any.revision(),
                any.completeness(),
                url,
                any.externalId(),
                any.feedUrl(),
                new Publisher("example.org", "The Docks"),
                any.title(),
                any.paragraphs(),
                any.published(),
                any.language(),
                any.authors(),
                any.subjects(),
                any.credits(),
                any.fetched());
    }

    private static Story.Member memberAt(String url, String id) {
        Story.Member any = Newsroom.member(id, 0, Relation.ORIGINAL);
        return new Story.Member(
                any.id(),
                any.revision(),
                any.arrival(),
                any.externalId(),
                url,
                "Crane falls at the shipyard",
                new Publisher("example.org", "The Docks"),
                any.language(),
                any.published(),
                any.relation(),
                any.score(),
                any.lateBy());
    }

    private static JsonNode document() {
        return read(RestAssured.get("/q/openapi?format=json").asString());
    }

    private static JsonNode read(String json) {
        try {
            return Json.MAPPER.readTree(json);
        } catch (IOException e) {
            throw new AssertionError("no JSON: " + json, e);
        }
    }
}
