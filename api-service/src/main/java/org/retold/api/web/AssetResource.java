package org.retold.api.web;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** What the pages need besides themselves: a style sheet and an icon. */
@Path("/assets")
final class AssetResource {

    private static final String CACHE_CONTROL = "public, max-age=300";

    @GET
    @Path("retold.css")
    @Produces("text/css;charset=UTF-8")
    @Operation(hidden = true)
    public Response styleSheet() {
        return asset("/web/retold.css");
    }

    @GET
    @Path("retold.svg")
    @Produces("image/svg+xml")
    @Operation(hidden = true)
    public Response icon() {
        return asset("/web/retold.svg");
    }

    @GET
    @Path("live.js")
    @Produces("text/javascript;charset=UTF-8")
    @Operation(hidden = true)
    public Response script() {
        return asset("/web/live.js");
    }

    private static Response asset(String resource) {
        try (InputStream bytes = AssetResource.class.getResourceAsStream(resource)) {
            if (bytes == null) {
                throw new IllegalStateException("not packaged: " + resource);
            }
            return Response.ok(bytes.readAllBytes())
                    .header("Cache-Control", CACHE_CONTROL)
                    .build();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
