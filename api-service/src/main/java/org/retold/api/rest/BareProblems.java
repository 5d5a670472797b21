package org.retold.api.rest;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import java.io.UncheckedIOException;
import org.retold.contract.Json;

/** Tells a problem of a request that does not come to any resource. */
final class BareProblems {

    private BareProblems() {}

    static void answer(Problem problem, RoutingContext request) {
        try {
            request.response()
                    .setStatusCode(problem.status())
                    .putHeader(HttpHeaders.CONTENT_TYPE, Problem.MEDIA_TYPE)
                    .end(Json.MAPPER.writeValueAsString(problem.at(request.normalizedPath())));
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
