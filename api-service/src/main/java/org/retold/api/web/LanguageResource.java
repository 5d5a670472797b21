package org.retold.api.web;

import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.NewCookie;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Duration;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

/** Remembers in which language a reader wants the pages, and leads back. */
@Path("/language")
final class LanguageResource {

    private static final int YEAR = Math.toIntExact(Duration.ofDays(365).toSeconds());

    @POST
    @Operation(hidden = true)
    public Response choose(@FormParam("language") @Nullable String language, @FormParam("back") @Nullable String back) {
        Response.ResponseBuilder answer =
                Response.seeOther(URI.create(BackLink.of(back))).header(HttpHeaders.CACHE_CONTROL, "no-store");
        if (Tongues.isKnown(language)) {
            answer.cookie(new NewCookie.Builder(Tongues.COOKIE)
                    .value(language)
                    .path("/")
                    .maxAge(YEAR)
                    .httpOnly(true)
                    .sameSite(NewCookie.SameSite.LAX)
                    .build());
        }
        return answer.build();
    }
}
