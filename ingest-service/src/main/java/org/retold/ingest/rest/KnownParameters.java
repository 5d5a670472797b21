package org.retold.ingest.rest;

import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.lang.reflect.Parameter;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/** Refuses parameters that a call does not know: a misspelt filter must not look as if it worked. */
final class KnownParameters {

    @ServerRequestFilter
    Optional<Response> check(ContainerRequestContext request, ResourceInfo resource) {
        if (holdsNothing(request)) {
            return Optional.of(Problem.response(400, "the address holds a character that no text has (U+0000)"));
        }
        Set<String> unknown =
                new TreeSet<>(request.getUriInfo().getQueryParameters().keySet());
        Set<String> known = new TreeSet<>();
        for (Parameter parameter : resource.getResourceMethod().getParameters()) {
            QueryParam query = parameter.getAnnotation(QueryParam.class);
            if (query != null) {
                known.add(query.value());
            }
        }
        unknown.removeAll(known);
        boolean hub = resource.getResourceClass() == WebSubResource.class; // It may say more than anybody asked.
        return unknown.isEmpty() || hub
                ? Optional.empty()
                : Optional.of(
                        Problem.response(400, "unknown parameter %s; this call knows %s".formatted(unknown, known)));
    }

    private static boolean holdsNothing(ContainerRequestContext request) {
        UriInfo address = request.getUriInfo();
        return address.getPath().indexOf('\u0000') >= 0
                || address.getQueryParameters().values().stream()
                        .anyMatch(values -> values.stream().anyMatch(value -> value.indexOf('\u0000') >= 0));
    }
}
