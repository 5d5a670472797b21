package org.retold.api.rest;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.smallrye.openapi.OpenApiFilter;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.MediaType;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.jspecify.annotations.Nullable;
import org.retold.contract.Json;

/**
 * Puts an example of every body and answer into the OpenAPI document: those of {@code openapi/}, which are named after operation,
 * {@code body} or status, and format, and for problems one that says what the answer's description says.
 */
@OpenApiFilter(stages = OpenApiFilter.RunStage.BUILD)
public final class AnswerExamples implements OASFilter {

    @Override
    public void filterOpenAPI(OpenAPI document) {
        document.getPaths()
                .getPathItems()
                .forEach((path, item) -> item.getOperations().values().forEach(operation -> {
                    completeBody(operation);
                    operation
                            .getResponses()
                            .getAPIResponses()
                            .forEach((status, answer) -> complete(path, operation, status, answer));
                }));
    }

    private static void completeBody(Operation operation) {
        if (operation.getRequestBody() != null) {
            operation
                    .getRequestBody()
                    .getContent()
                    .getMediaTypes()
                    .forEach((name, type) -> put(type, example(operation.getOperationId(), "body", name)));
        }
    }

    private static void complete(String path, Operation operation, String status, APIResponse answer) {
        if (answer.getContent() == null) {
            return;
        }
        answer.getContent().getMediaTypes().forEach((name, type) -> {
            if (type.getExample() == null && type.getExamples() == null) {
                Object example = name.equals(Problem.MEDIA_TYPE)
                        ? problem(path, Integer.parseInt(status), String.valueOf(answer.getDescription()))
                        : example(operation.getOperationId(), status, name);
                put(type, example);
            }
        });
    }

    private static void put(MediaType type, @Nullable Object example) {
        if (example != null) {
            type.setExample(example);
        }
    }

    private static Map<String, Object> problem(String path, int status, String detail) {
        Map<String, Object> problem = new LinkedHashMap<>();
        problem.put("type", "about:blank");
        problem.put(
                "title",
                Response.Status.fromStatusCode(status) == null
                        ? Refusal.Status.UNPROCESSABLE_CONTENT.getReasonPhrase()
                        : Response.Status.fromStatusCode(status).getReasonPhrase());
        problem.put("status", status);
        problem.put("detail", detail);
        problem.put("instance", path);
        return problem;
    }

    /** JSON as such, everything else as text. */
    private static @Nullable Object example(String operation, String part, String mediaType) {
        String kind = mediaType.substring(mediaType.indexOf('/') + 1).replace('+', '.');
        String name = "/openapi/%s.%s.%s".formatted(operation, part, kind);
        try (InputStream in = AnswerExamples.class.getResourceAsStream(name)) {
            if (in == null) {
                return null;
            }
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            return kind.endsWith("json")
                    ? Json.MAPPER.convertValue(Json.MAPPER.readValue(text, JsonNode.class), Object.class)
                    : text;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
