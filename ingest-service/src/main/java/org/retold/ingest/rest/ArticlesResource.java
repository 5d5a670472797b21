package org.retold.ingest.rest;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.retold.ingest.TakedownList;

/** Articles that are to go. */
@Path("/api/v1/articles")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public final class ArticlesResource {

    private final TakedownList takedowns;

    ArticlesResource(TakedownList takedowns) {
        this.takedowns = takedowns;
    }

    @DELETE
    public Response takeDown(
            @QueryParam("url") @Nullable String url,
            @QueryParam("by") @DefaultValue("operator") String by,
            @QueryParam("reason") @Nullable String reason) {
        if (url == null || url.isBlank()) {
            throw new ProblemException(400, "\"url\" is missing or empty");
        }
        if (by.isBlank()) {
            throw new ProblemException(400, "\"by\" is empty");
        }
        TakedownStatus status = takedowns
                .takeDown(url, by.strip(), reason)
                .map(TakedownStatus::of)
                .orElseThrow(
                        () -> new ProblemException(422, "\"url\" is not an http or https address of usual length"));
        return Response.accepted(status)
                .location(URI.create("/api/v1/takedowns/" + status.id()))
                .build();
    }
}
