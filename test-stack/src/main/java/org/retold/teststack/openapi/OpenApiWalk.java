package org.retold.teststack.openapi;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.restassured.RestAssured;
import io.restassured.config.EncoderConfig;
import io.restassured.config.RestAssuredConfig;
import io.restassured.http.ContentType;
import io.restassured.http.Method;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.assertj.core.api.SoftAssertions;
import org.retold.teststack.openapi.OpenApiDocument.Body;
import org.retold.teststack.openapi.OpenApiDocument.Call;

/**
 * Walks an OpenAPI document against the running service: every operation is called with the examples of its parameters and
 * body, which name what the test has put there, and what it answers is compared with what is written.
 */
public final class OpenApiWalk {

    static final String EVENTS = "text/event-stream";

    /** Where a body says how many bytes it may have; one that does not has less than this. */
    private static final String MOST_BYTES = "x-most-bytes";

    /** On a parameter that only some calls need, the one with the examples among them. */
    private static final String TOGETHER = "x-goes-with-the-example";

    private static final int USUALLY_TOO_LARGE = 600_000;

    /** What was answered, to be looked at. */
    private static final Path ANSWERS = Path.of("target", "openapi-answers");

    /** Each would be more than a word to somebody: to SQL, a log, a header, a regular expression, a look-up, a page. */
    private static final List<String> HOSTILE = List.of(
            "' or '1'='1",
            "'; drop table story; drop schema api cascade; --",
            "\r\n2026-01-01 00:00:00 ERROR forged\r\nSet-Cookie: a=b",
            "\u0000",
            "\ud800",
            "%s%n%x${jndi:ldap://127.0.0.1/a}#{7*7}",
            "a".repeat(3_000) + "!",
            "((((((((((a+)+)+)+)+)+)+)+)+)+$",
            "<script>alert(1)</script>",
            "../../../../etc/passwd",
            "-9223372036854775809");

    private final OpenApiDocument document;
    private final String token;
    private final UnaryOperator<String> asHere;
    private final SoftAssertions expect = new SoftAssertions();

    /**
     * @param token the operator's
     * @param asHere makes of an address in an example one that can be reached here
     */
    public OpenApiWalk(OpenApiDocument document, String token, UnaryOperator<String> asHere) {
        this.document = document;
        this.token = token;
        this.asHere = asHere;
    }

    /** Every operation and everything that it takes and answers is explained with an example that fits its schema. */
    public void expectEverythingExplained() {
        for (Call call : document.calls()) {
            for (String field : List.of("operationId", "summary", "description")) {
                expect.assertThat(call.operation().path(field).asText())
                        .as(call.name() + ": " + field)
                        .isNotEmpty();
            }
            expect.assertThat(call.operation().path("tags").isEmpty())
                    .as(call.name() + " has no tag")
                    .isFalse();
            document.parameters(call)
                    .forEach(parameter -> expectExplained(
                            parameter,
                            call.name() + ": " + parameter.path("name").asText()));
            document.body(call).ifPresent(body -> expectExample(body.content(), body.isJson(), call.name() + ": body"));
            call.operation()
                    .path("responses")
                    .properties()
                    .forEach(answer -> expectAnswerExplained(
                            document.resolved(answer.getValue()), call.name() + " " + answer.getKey()));
        }
        expect.assertAll();
    }

    private void expectAnswerExplained(JsonNode answer, String name) {
        expect.assertThat(answer.path("description").asText()).as(name).isNotEmpty();
        answer.path("content")
                .properties()
                .forEach(content -> expectExample(
                        content.getValue(), content.getKey().endsWith("json"), name + " as " + content.getKey()));
    }

    private void expectExplained(JsonNode parameter, String name) {
        expect.assertThat(parameter.path("description").asText()).as(name).isNotEmpty();
        expectExample(parameter, true, name);
    }

    private void expectExample(JsonNode described, boolean json, String name) {
        expect.assertThat(described.hasNonNull("example"))
                .as(name + " has an example")
                .isTrue();
        if (json) {
            expectValid(described.path("schema"), described.path("example"), name);
        }
    }

    /** Every operation answers its own examples, with a success, as documented. */
    public void expectExamplesAnswered() {
        List<String> walked = new ArrayList<>();
        for (Call call : document.calls()) {
            if (call.streams()) {
                expectStream(call);
                walked.add(call.id());
                continue;
            }
            for (Map<String, String> path : document.paths(call)) {
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
                .containsAll(document.calls().stream().map(Call::id).toList());
        expect.assertAll();
    }

    /** What is not known, not understood or not allowed is answered as documented. */
    public void expectRefusals() {
        for (Call call : document.calls()) {
            Map<String, String> path = document.paths(call).getFirst();
            expectRefusal(call, Set.of(400), request(call, path, true).queryParam("nobody", "knows"));
            for (JsonNode parameter : document.parameters(call)) {
                JsonNode schema = parameter.path("schema");
                boolean choosy = schema.path("type").asText().equals("integer") || schema.has("enum");
                if (parameter.path("in").asText().equals("query") && choosy) {
                    expectRefusal(
                            call,
                            Set.of(400),
                            request(call, path, true)
                                    .queryParam(parameter.path("name").asText(), "!!"));
                }
            }
            if (path.containsKey("id")) {
                Map<String, String> nobody = new HashMap<>(path);
                nobody.put("id", "nobody");
                expectRefusal(call, Set.of(404, 410), request(call, nobody, true));
            }
            document.body(call).ifPresent(body -> expectBodyRefused(call, body, path));
            if (call.operation().has("security")) {
                expectRefusal(call, Set.of(401), request(call, path, false));
            }
        }
        expect.assertAll();
    }

    /** Whatever a parameter is, the answer is one that is documented: nothing breaks, and nothing takes it for more than a word. */
    public void expectHostileWordsAreWords() {
        for (Call call : document.calls()) {
            Map<String, String> path = document.paths(call).getFirst();
            for (JsonNode parameter : document.parameters(call)) {
                String name = parameter.path("name").asText();
                for (String word : HOSTILE) {
                    if (call.streams()) {
                        expectStreamOrRefusal(call, name, word);
                        continue;
                    }
                    RequestSpecification request = request(call, path, false);
                    // What calls for the test takes braces in a path for names of its own.
                    if (parameter.path("in").asText().equals("path") && !word.contains("{")) {
                        Map<String, String> elsewhere = new HashMap<>(path);
                        elsewhere.put(name, word);
                        request = request(call, elsewhere, false);
                    } else if (parameter.path("in").asText().equals("query")) {
                        request.queryParam(name, word);
                    } else {
                        continue;
                    }
                    Response answer = request.request(method(call), call.path());
                    expect.assertThat(answer.statusCode())
                            .as("%s with %s=%s: %s", call.name(), name, word, answer.asString())
                            .isLessThan(500);
                    expect.assertThat(answer.header("Set-Cookie")).isNull();
                }
            }
        }
        expect.assertAll();
    }

    /** A stream has no end to wait for: its status must do. */
    private void expectStreamOrRefusal(Call call, String name, String word) {
        try {
            HttpURLConnection connection = open(call.path() + "?" + name + "=" + URLEncoder.encode(word, UTF_8));
            expect.assertThat(connection.getResponseCode())
                    .as("%s with %s=%s", call.name(), name, word)
                    .isLessThan(500);
            connection.disconnect();
        } catch (IOException e) {
            expect.fail("%s with %s=%s: %s".formatted(call.name(), name, word, e.getMessage()));
        }
    }

    private static HttpURLConnection open(String path) throws IOException {
        return (HttpURLConnection) URI.create("http://localhost:%d%s".formatted(RestAssured.port, path))
                .toURL()
                .openConnection();
    }

    private void expectBodyRefused(Call call, Body body, Map<String, String> path) {
        if (body.isJson()) {
            expectRefusal(call, Set.of(400), request(call, path, true).body("["));
        }
        int tooLarge = call.operation().path("requestBody").path(MOST_BYTES).asInt(USUALLY_TOO_LARGE - 1) + 1;
        expectRefusal(call, Set.of(413), request(call, path, true).body(" ".repeat(tooLarge)));
    }

    /** A call that documents none of the refusals does not refuse; whatever it answers then is documented. */
    private void expectRefusal(Call call, Set<Integer> statuses, RequestSpecification request) {
        List<Integer> documented = statuses.stream()
                .filter(status -> call.answers(Integer.toString(status)))
                .toList();
        Response answer = request.request(method(call), call.path());
        if (!documented.isEmpty()) {
            expect.assertThat(answer.statusCode())
                    .as("%s is to answer one of %s: %s", call.name(), documented, answer.asString())
                    .isIn(documented);
        }
        expectDocumented(call, answer);
    }

    /** Status, media type and body are written down. */
    private void expectDocumented(Call call, Response answer) {
        String name = call.name() + " " + answer.statusCode();
        JsonNode documented =
                document.resolved(call.operation().path("responses").path(Integer.toString(answer.statusCode())));
        expect.assertThat(documented.isObject())
                .as("%s is documented: %s", name, answer.asString())
                .isTrue();
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
            expectValid(content.path("schema"), OpenApiDocument.read(answer.asString()), name);
        }
    }

    /** An answer with a tag is one that need not be sent again, and the other way round. */
    private void expectPolledCheaply(Call call, Map<String, String> path, Response answer) {
        if (!call.method().equals("get")) {
            return;
        }
        String tag = answer.header("ETag");
        expect.assertThat(call.answers("304"))
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
        for (JsonNode parameter : document.parameters(call)) {
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
            HttpURLConnection connection = open(call.path());
            connection.setRequestProperty("Accept", EVENTS);
            expect.assertThat(connection.getResponseCode()).as(call.name()).isEqualTo(200);
            expect.assertThat(connection.getContentType()).as(call.name()).startsWith(EVENTS);
            connection.disconnect();
        } catch (IOException e) {
            expect.fail(call.name() + ": " + e.getMessage());
        }
    }

    private void expectValid(JsonNode schema, JsonNode value, String name) {
        expect.assertThat(document.faults(schema, value))
                .as("%s: %s", name, value)
                .isEmpty();
    }

    /** With what is needed: the parameters of path and headers, required ones of the query, the body. */
    private RequestSpecification request(Call call, Map<String, String> path, boolean operator) {
        RequestSpecification request =
                given().config(bodiesAsTheyAre()).redirects().follow(false).pathParams(path);
        for (JsonNode parameter : document.parameters(call)) {
            String name = parameter.path("name").asText();
            String example = parameter.path("example").asText();
            if (parameter.path("in").asText().equals("header")) {
                request.header(name, example);
            } else if (parameter.path("in").asText().equals("query")
                    && (parameter.path("required").asBoolean()
                            || parameter.path(TOGETHER).asBoolean())) {
                request.queryParam(name, example);
            }
        }
        document.body(call).ifPresent(body -> {
            JsonNode example = body.example();
            request.contentType(body.type())
                    .body(asHere.apply(example.isTextual() ? example.asText() : example.toString()));
        });
        return operator && call.operation().has("security")
                ? request.header("Authorization", "Bearer " + token)
                : request;
    }

    private static RestAssuredConfig bodiesAsTheyAre() {
        return RestAssured.config()
                .encoderConfig(EncoderConfig.encoderConfig()
                        .defaultContentCharset("UTF-8")
                        .appendDefaultContentCharsetToContentTypeIfUndefined(false)
                        .encodeContentTypeAs("application/x-ndjson", ContentType.TEXT)
                        .encodeContentTypeAs("text/x-opml", ContentType.TEXT));
    }

    private static Method method(Call call) {
        return Method.valueOf(call.method().toUpperCase(Locale.ROOT));
    }

    /** Under the name that its example has. */
    private static void writeDown(Call call, Response answer) {
        String type = answer.contentType().split(";", 2)[0];
        String kind = type.substring(type.indexOf('/') + 1).replace('+', '.');
        try {
            Files.createDirectories(ANSWERS);
            Files.writeString(
                    ANSWERS.resolve("%s.%d.%s".formatted(call.id(), answer.statusCode(), kind)), answer.asString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
