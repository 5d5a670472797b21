package org.retold.api.rest;

import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.Set;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;
import org.jspecify.annotations.Nullable;
import org.retold.access.Admission;
import org.retold.access.Door;

/** Lets only operators change something or see what is for operators only, and only those look who may. */
final class DoorFilter {

    private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");
    private static final Set<String> CHANGING_NOTHING = Set.of("/api/v1/lookup", "/language");

    private final Door door;
    private final CurrentVertxRequest current;
    private final ProblemAnswers answers;

    DoorFilter(Door door, CurrentVertxRequest current, ProblemAnswers answers) {
        this.door = door;
        this.current = current;
        this.answers = answers;
    }

    @ServerRequestFilter(priority = Priorities.AUTHENTICATION)
    public @Nullable Response check(ContainerRequestContext request, ResourceInfo called, HttpHeaders headers) {
        String authorization = request.getHeaderString(HttpHeaders.AUTHORIZATION);
        String client = current.getCurrent().request().remoteAddress().hostAddress();
        boolean reading = isReading(request) && !called.getResourceClass().isAnnotationPresent(OperatorsOnly.class);
        UriInfo uri = request.getUriInfo();
        return switch (reading ? door.reader(authorization, client) : door.operator(authorization, client)) {
            case Admission.Granted ignored -> null;
            case Admission.Refused(String why, String challenge) ->
                with(
                        HttpHeaders.WWW_AUTHENTICATE,
                        challenge,
                        answers.of(Problem.of(Response.Status.UNAUTHORIZED, why), uri, headers));
            case Admission.Impossible(String why) ->
                answers.of(Problem.of(Response.Status.FORBIDDEN, why), uri, headers);
            case Admission.TooManyFailures wait ->
                with(
                        HttpHeaders.RETRY_AFTER,
                        wait.retryAfterSeconds(),
                        answers.of(
                                Problem.of(
                                        Response.Status.TOO_MANY_REQUESTS,
                                        "Too many wrong tokens came from this address; try again later."),
                                uri,
                                headers));
        };
    }

    /** What not everybody may read is kept by no cache that others share. */
    @ServerResponseFilter
    public void keepApart(ContainerResponseContext answer) {
        Object said = answer.getHeaders().getFirst(HttpHeaders.CACHE_CONTROL);
        if (said != null && !door.isOpenToReaders()) {
            answer.getHeaders()
                    .putSingle(HttpHeaders.CACHE_CONTROL, said.toString().replace("public", "private"));
        }
    }

    /** A look-up changes nothing, though it comes in a body; in which language one reads concerns nobody else. */
    private static boolean isReading(ContainerRequestContext request) {
        return READING.contains(request.getMethod())
                || CHANGING_NOTHING.contains(request.getUriInfo().getPath());
    }

    private static Response with(String header, String value, Response answer) {
        return Response.fromResponse(answer).header(header, value).build();
    }
}
