package org.retold.ingest.rest;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.retold.ingest.TakedownList;
import org.retold.ingest.postgres.TakedownStore;

/** The takedowns in force, and how far they have come. */
@Path("/api/v1/takedowns")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public final class TakedownsResource {

    private final TakedownStore store;
    private final TakedownList takedowns;

    TakedownsResource(TakedownStore store, TakedownList takedowns) {
        this.store = store;
        this.takedowns = takedowns;
    }

    @GET
    public TakedownPage list() {
        return new TakedownPage(store.all().stream().map(TakedownStatus::of).toList());
    }

    @GET
    @Path("/{id}")
    public TakedownStatus find(@PathParam("id") String id) {
        return store.find(id).map(TakedownStatus::of).orElseThrow(() -> unknown(id));
    }

    @DELETE
    @Path("/{id}")
    public Response lift(@PathParam("id") String id) {
        if (!takedowns.lift(id)) {
            throw unknown(id);
        }
        return Response.noContent().build();
    }

    private static ProblemException unknown(String id) {
        return new ProblemException(404, "there is no takedown %s in force".formatted(id));
    }
}
