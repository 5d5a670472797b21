package org.retold.ingest.rest;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;
import org.retold.ingest.websub.Callback;
import org.retold.ingest.websub.Subscription;

/** Where hubs reach us. They bring no token: what they call is nothing that anybody could guess, and they sign. */
@Path(WebSubResource.PATH)
@RunOnVirtualThread
public final class WebSubResource {

    static final String PATH = "/websub";

    private static final int LARGEST_BODY = 5 * 1024 * 1024;

    private final Callback callback;

    WebSubResource(Callback callback) {
        this.callback = callback;
    }

    @GET
    @Path("/{id}")
    @Produces(MediaType.TEXT_PLAIN)
    public Response asked(
            @PathParam("id") String id,
            @QueryParam("hub.mode") @Nullable String mode,
            @QueryParam("hub.topic") @Nullable String topic,
            @QueryParam("hub.challenge") @Nullable String challenge,
            @QueryParam("hub.lease_seconds") @Nullable String leaseSeconds,
            @QueryParam("hub.reason") @Nullable String reason) {
        return callback.asked(id, new Subscription.Word(mode, topic, challenge, leaseSeconds, reason))
                .map(answer -> Response.ok(answer).build())
                .orElseThrow(() -> new ProblemException(404, "nobody here wants to be told of that"));
    }

    @POST
    @Path("/{id}")
    public Response told(
            @PathParam("id") String id, @HeaderParam("X-Hub-Signature") @Nullable String signature, InputStream body)
            throws IOException {
        return switch (callback.told(id, BoundedBody.read(body, LARGEST_BODY), signature)) {
            case HEARD, NOT_SIGNED -> Response.accepted().build();
            case NOT_WANTED -> throw new ProblemException(410, "nobody here wants to be told of that");
        };
    }
}
