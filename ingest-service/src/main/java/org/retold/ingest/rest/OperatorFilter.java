package org.retold.ingest.rest;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.Set;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jspecify.annotations.Nullable;
import org.retold.ingest.OperatorToken;

/** Lets only the operator change something. */
final class OperatorFilter {

    private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");
    private static final String SCHEME = "Bearer ";

    private final OperatorToken token;

    OperatorFilter(OperatorToken token) {
        this.token = token;
    }

    @ServerRequestFilter
    @Nullable
    Response check(ContainerRequestContext request) {
        if (READING.contains(request.getMethod())
                || isHub(request)
                || isOperator(request.getHeaderString(HttpHeaders.AUTHORIZATION))) {
            return null;
        }
        Response problem = Problem.response(401, "this call needs the operator token: Authorization: Bearer ...");
        return Response.fromResponse(problem)
                .header(HttpHeaders.WWW_AUTHENTICATE, "Bearer realm=\"retold\"")
                .build();
    }

    private static boolean isHub(ContainerRequestContext request) {
        return request.getUriInfo().getPath().startsWith(WebSubResource.PATH + "/");
    }

    private boolean isOperator(@Nullable String authorization) {
        return authorization != null
                && authorization.regionMatches(true, 0, SCHEME, 0, SCHEME.length())
                && token.isBroughtBy(authorization.substring(SCHEME.length()).strip());
    }
}
