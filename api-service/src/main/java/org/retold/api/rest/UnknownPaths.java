package org.retold.api.rest;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.Response;
import java.io.UncheckedIOException;
import org.retold.contract.Json;

/** Answers for addresses that no resource has, also below {@code /q}. */
@Singleton
final class UnknownPaths {

    void addTo(@Observes Router router) {
        router.route().last().handler(UnknownPaths::answer);
    }

    private static void answer(RoutingContext request) {
        Problem problem = Problem.of(Response.Status.NOT_FOUND, "There is nothing at this address.")
                .at(request.normalizedPath());
        try {
            request.response()
                    .setStatusCode(problem.status())
                    .putHeader("Content-Type", Problem.MEDIA_TYPE)
                    .end(Json.MAPPER.writeValueAsString(problem));
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
