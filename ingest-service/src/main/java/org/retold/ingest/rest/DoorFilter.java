package org.retold.ingest.rest;

import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.Set;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jspecify.annotations.Nullable;
import org.retold.access.Admission;
import org.retold.access.Door;

/** Lets only operators change something, and only those look who may. */
final class DoorFilter {

    private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");

    private final Door door;
    private final CurrentVertxRequest current;

    DoorFilter(Door door, CurrentVertxRequest current) {
        this.door = door;
        this.current = current;
    }

    @ServerRequestFilter(priority = Priorities.AUTHENTICATION)
    @Nullable
    Response check(ContainerRequestContext request) {
        if (isHub(request)) {
            return null;
        }
        String authorization = request.getHeaderString(HttpHeaders.AUTHORIZATION);
        String client = current.getCurrent().request().remoteAddress().hostAddress();
        Admission admission = READING.contains(request.getMethod())
                ? door.reader(authorization, client)
                : door.operator(authorization, client);
        return switch (admission) {
            case Admission.Granted ignored -> null;
            case Admission.Refused(String why, String challenge) ->
                with(HttpHeaders.WWW_AUTHENTICATE, challenge, Problem.response(401, why));
            case Admission.Impossible(String why) -> Problem.response(403, why);
            case Admission.TooManyFailures wait ->
                with(
                        HttpHeaders.RETRY_AFTER,
                        wait.retryAfterSeconds(),
                        Problem.response(429, "Too many wrong tokens came from this address; try again later."));
        };
    }

    /** It brings no token: what it calls is nothing that anybody could guess, and it signs. */
    private static boolean isHub(ContainerRequestContext request) {
        return request.getUriInfo().getPath().startsWith(WebSubResource.PATH + "/");
    }

    private static Response with(String header, String value, Response response) {
        return Response.fromResponse(response).header(header, value).build();
    }
}
