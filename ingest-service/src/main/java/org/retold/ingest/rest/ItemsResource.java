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
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.retold.ingest.PushImport;
import org.retold.ingest.push.PushReport;

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
    @Operation(
            summary = "Takes articles, one JSON object a line",
            description = "Line: {\"id\"?, \"url\", \"title\", \"html\" or \"text\", \"published\"?, \"language\"?,"
                    + " \"publisher\"?, \"authors\"?}, at most 5 MB. The body is streamed and has no limit;"
                    + " the answer comes when Kafka has acknowledged every line.")
    @RequestBody(
            content = @Content(mediaType = "application/x-ndjson", schema = @Schema(implementation = String.class)))
    @APIResponse(
            responseCode = "202",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = PushReport.class)))
    public Response take(InputStream body) throws IOException, InterruptedException {
        return Response.accepted(pushes.take(body)).build();
    }
}
