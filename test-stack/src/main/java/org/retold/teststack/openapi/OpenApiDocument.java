package org.retold.teststack.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import io.restassured.RestAssured;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.retold.contract.Json;

/** What a running service says of itself. */
public final class OpenApiDocument {

    private static final List<String> METHODS = List.of("get", "patch", "post", "put", "delete");

    private @Nullable JsonNode read;

    /** Asks the service that the test runs, when it is first needed. */
    private JsonNode document() {
        JsonNode document = read;
        if (document == null) {
            document = read(RestAssured.get("/q/openapi?format=json").asString());
            read = document;
        }
        return document;
    }

    /** One method of one path. */
    record Call(String path, String method, JsonNode operation) {

        String name() {
            return method.toUpperCase(Locale.ROOT) + " " + path;
        }

        String id() {
            return operation.path("operationId").asText();
        }

        boolean answers(String status) {
            return operation.path("responses").has(status);
        }

        boolean streams() {
            return operation.at("/responses/200/content").has(OpenApiWalk.EVENTS);
        }
    }

    /** What a call takes. */
    record Body(String type, JsonNode content) {

        boolean isJson() {
            return type.endsWith("json") && !type.endsWith("ndjson");
        }

        JsonNode example() {
            return content.path("example");
        }
    }

    /** The methods and paths of all calls, for example {@code GET /api/v1/feeds}. */
    public List<String> callNames() {
        return calls().stream().map(Call::name).toList();
    }

    /** What a place of the document gives as an example, for example {@code /components/parameters/feed}. */
    public String example(String pointer) {
        return document().at(pointer).path("example").asText();
    }

    public JsonNode exampleBody(String operationId) {
        return body(call(operationId)).orElseThrow().example();
    }

    public String exampleParameter(String operationId, String name) {
        return parameters(call(operationId)).stream()
                .filter(parameter -> parameter.path("name").asText().equals(name))
                .findFirst()
                .orElseThrow()
                .path("example")
                .asText();
    }

    /** In an order in which nothing is removed before it was looked at. */
    List<Call> calls() {
        List<Call> calls = new ArrayList<>();
        document()
                .path("paths")
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

    List<JsonNode> parameters(Call call) {
        List<JsonNode> parameters = new ArrayList<>();
        call.operation().path("parameters").forEach(parameter -> parameters.add(resolved(parameter)));
        return parameters;
    }

    Optional<Body> body(Call call) {
        return call.operation().path("requestBody").path("content").properties().stream()
                .findFirst()
                .map(content -> new Body(content.getKey(), content.getValue()));
    }

    /** The parameters of the path by their examples; a choice is made in every way. */
    List<Map<String, String>> paths(Call call) {
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

    JsonNode resolved(JsonNode node) {
        return node.has("$ref") ? document().at(node.path("$ref").asText().substring(1)) : node;
    }

    /** What is wrong with a value. */
    List<String> faults(JsonNode schema, JsonNode value) {
        ObjectNode whole = Json.MAPPER.createObjectNode();
        whole.setAll((ObjectNode) schema.deepCopy());
        whole.set("components", document().path("components"));
        JsonSchema validator =
                JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012).getSchema(whole);
        return validator.validate(value).stream()
                .map(ValidationMessage::getMessage)
                .toList();
    }

    static JsonNode read(String json) {
        try {
            return Json.MAPPER.readTree(json);
        } catch (IOException e) {
            throw new AssertionError("no JSON: " + json, e);
        }
    }
}
