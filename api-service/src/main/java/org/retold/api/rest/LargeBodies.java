package org.retold.api.rest;

import io.quarkus.runtime.configuration.MemorySize;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Answers who announces a body that nothing here would read, before the server does so without a word. */
@Singleton
final class LargeBodies {

    /** The server looks at -2. */
    private static final int BEFORE_THE_SERVER = -3;

    private final long largest;

    LargeBodies(
            @ConfigProperty(name = "quarkus.http.limits.max-body-size", defaultValue = "10240K") MemorySize largest) {
        this.largest = largest.asLongValue();
    }

    void addTo(@Observes Router router) {
        router.route().order(BEFORE_THE_SERVER).handler(this::look);
    }

    private void look(RoutingContext request) {
        if (announced(request) <= largest) {
            request.next();
            return;
        }
        request.response()
                .putHeader(HttpHeaders.CONNECTION, HttpHeaders.CLOSE)
                .endHandler(ended -> request.request().connection().close());
        BareProblems.answer(
                Problem.of(
                        Response.Status.REQUEST_ENTITY_TOO_LARGE,
                        "The body is larger than %d bytes.".formatted(largest)),
                request);
    }

    /** 0 where nothing, or nonsense, is announced: then the server counts. */
    private static long announced(RoutingContext request) {
        String length = request.request().getHeader(HttpHeaders.CONTENT_LENGTH);
        try {
            return length == null ? 0 : Long.parseLong(length);
        } catch (NumberFormatException e) {
            return 0;
        }
    }
}
