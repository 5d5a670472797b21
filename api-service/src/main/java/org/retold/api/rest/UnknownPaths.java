package org.retold.api.rest;

import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.Response;

/** Answers for addresses that no resource has, also below {@code /q}. */
@Singleton
final class UnknownPaths {

    void addTo(@Observes Router router) {
        router.route().last().handler(UnknownPaths::answer);
    }

    private static void answer(RoutingContext request) {
        BareProblems.answer(Problem.of(Response.Status.NOT_FOUND, "There is nothing at this address."), request);
    }
}
