package org.retold.api.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.retold.api.story.BadParameter;

/**
 * An error as RFC 9457 has it.
 *
 * @param type names the kind of problem; {@code about:blank} where the status says it all
 * @param title the same for all problems of a type
 * @param detail what went wrong this time
 * @param instance the path that was asked for
 * @param parameters those of the query that were not understood
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Problem(
        String type,
        String title,
        int status,
        @Nullable String detail,
        @Nullable String instance,
        List<BadParameter> parameters) {

    static final String MEDIA_TYPE = "application/problem+json";
    private static final String BLANK = "about:blank";

    public Problem {
        parameters = List.copyOf(parameters);
    }

    static Problem of(Response.StatusType status, String detail) {
        return new Problem(BLANK, status.getReasonPhrase(), status.getStatusCode(), detail, null, List.of());
    }

    static Problem of(Response.Status status, String detail) {
        return of((Response.StatusType) status, detail);
    }

    static Problem badParameters(List<BadParameter> parameters) {
        List<String> names =
                parameters.stream().map(BadParameter::name).distinct().toList();
        return new Problem(
                "/problems/bad-parameters",
                "Parameters were not understood",
                Response.Status.BAD_REQUEST.getStatusCode(),
                String.join(", ", names) + (names.size() == 1 ? " was" : " were") + " not understood.",
                null,
                parameters);
    }

    Problem at(String path) {
        return new Problem(type, title, status, detail, path, parameters);
    }

    Response response() {
        return Response.status(status)
                .type(MediaType.valueOf(MEDIA_TYPE))
                .header("Cache-Control", "no-store")
                .entity(this)
                .build();
    }
}
