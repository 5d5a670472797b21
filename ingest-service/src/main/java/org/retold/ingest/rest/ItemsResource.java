package org.retold.ingest.rest;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import org.retold.ingest.PushImport;

/** Articles that are pushed instead of polled. */
@Path("/api/v1/items")
@RunOnVirtualThread
public final class ItemsResource {

    private final PushImport pushes;

    ItemsResource(PushImport pushes) {
        this.pushes = pushes;
    }

    @POST
    @Consumes({"application/x-ndjson", "application/ndjson", "application/jsonl"})
    @Produces(MediaType.APPLICATION_JSON)
    public Response take(InputStream body) throws IOException, InterruptedException {
        return Response.accepted(pushes.take(body)).build();
    }
}
