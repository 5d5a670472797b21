package org.retold.local.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.StringJoiner;

/** A service answered a call with anything but 2xx. */
public final class RefusedException extends IOException {

    private static final long serialVersionUID = 1;

    private final String body;

    RefusedException(HttpRequest request, HttpResponse<String> response) {
        super("%s %s answered %d: %s"
                .formatted(request.method(), request.uri(), response.statusCode(), response.body()));
        this.body = response.body();
    }

    /** What a problem document says to a person; the whole answer where it is none. */
    public String reason() {
        try {
            JsonNode problem = new ObjectMapper().readTree(body);
            StringJoiner reasons = new StringJoiner("; ", " (", ")").setEmptyValue("");
            problem.path("parameters")
                    .forEach(parameter -> reasons.add(parameter.path("reason").asText()));
            return problem.path("detail").asText(problem.path("title").asText(body)) + reasons;
        } catch (JsonProcessingException e) {
            return body;
        }
    }
}
