package org.retold.api.rest;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.Set;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jspecify.annotations.Nullable;
import org.retold.api.OperatorToken;

/** Lets only the operator change something, or see what is for operators only. */
final class OperatorFilter {

    private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");
    private static final Set<String> CHANGING_NOTHING = Set.of("/api/v1/lookup", "/language");
    private static final String SCHEME = "Bearer ";

    private final OperatorToken token;

    OperatorFilter(OperatorToken token) {
        this.token = token;
    }

    @ServerRequestFilter
    public @Nullable Response check(ContainerRequestContext request, ResourceInfo called) {
        boolean anybody = isReading(request) && !called.getResourceClass().isAnnotationPresent(OperatorsOnly.class);
        if (anybody || isOperator(request.getHeaderString(HttpHeaders.AUTHORIZATION))) {
            return null;
        }
        String path = request.getUriInfo().getRequestUri().getPath();
        if (!token.isSet()) {
            return Problem.of(
                            Response.Status.FORBIDDEN,
                            "Nobody can do this here, because no operator token is set (RETOLD_OPERATOR_TOKEN).")
                    .at(path)
                    .response();
        }
        Response problem = Problem.of(
                        Response.Status.UNAUTHORIZED, "This call needs the operator token: Authorization: Bearer ...")
                .at(path)
                .response();
        return Response.fromResponse(problem)
                .header(HttpHeaders.WWW_AUTHENTICATE, "Bearer realm=\"retold\"")
                .build();
    }

    /** A look-up changes nothing, though it comes in a body; in which language one reads concerns nobody else. */
    private static boolean isReading(ContainerRequestContext request) {
        return READING.contains(request.getMethod())
                || CHANGING_NOTHING.contains(request.getUriInfo().getPath());
    }

    private boolean isOperator(@Nullable String authorization) {
        return authorization != null
                && authorization.regionMatches(true, 0, SCHEME, 0, SCHEME.length())
                && token.isBroughtBy(authorization.substring(SCHEME.length()).strip());
    }
}
