package org.retold.api.rest;

import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.retold.api.live.Listeners;
import org.retold.api.live.Listeners.Listener;
import org.retold.api.live.LiveEvents;
import org.retold.api.story.QueryWords;
import org.retold.api.story.StoryNotice;

/** Tells what happens to stories while it happens. */
@Path("/api/v1/stories/stream")
@Tag(name = "stories")
final class StreamResource {

    private static final String LAST_EVENT_ID = "Last-Event-ID";
    private static final long MOST_ARTICLES = 1_000_000;

    private final LiveEvents events;
    private final Listeners listeners;

    StreamResource(LiveEvents events, Listeners listeners) {
        this.events = events;
        this.listeners = listeners;
    }

    @GET
    @Produces(MediaType.SERVER_SENT_EVENTS)
    @RunOnVirtualThread
    @Operation(
            operationId = "streamStories",
            summary = "What happens to stories, as it happens",
            description =
                    "Server-sent events named as in the history: created, joined, revised, merged, split, expired,"
                            + " withdrawn. Each has its place as `id`, and as `data` the event and the story as it is now."
                            + " Whoever comes back with `Last-Event-ID` hears what happened meanwhile, also after a restart,"
                            + " as far back as events are kept. Whoever does not take what is said within ten seconds is hung"
                            + " up on, and can come back.")
    @Parameter(
            name = LAST_EVENT_ID,
            in = ParameterIn.HEADER,
            description = "The `id` of the last event that was heard; browsers send it by themselves.",
            schema = @Schema(type = SchemaType.INTEGER, format = "int64", minimum = "0"),
            example = "1042")
    @Parameter(
            name = "lastEventId",
            in = ParameterIn.QUERY,
            description = "The same for who cannot send the header; the header counts.",
            schema = @Schema(type = SchemaType.INTEGER, format = "int64", minimum = "0"),
            example = "1042")
    @Parameter(
            name = "minArticles",
            in = ParameterIn.QUERY,
            description =
                    "Of stories with fewer articles nothing is told, except that one is gone that may have had more.",
            schema = @Schema(type = SchemaType.INTEGER, minimum = "1", defaultValue = "1"),
            example = "2")
    @APIResponse(
            responseCode = "200",
            description = "Events, until somebody hangs up.",
            content =
                    @Content(
                            mediaType = MediaType.SERVER_SENT_EVENTS,
                            schema = @Schema(implementation = StoryNotice.class)))
    @APIResponse(
            responseCode = "400",
            description = "Unknown parameters or values that were not understood.",
            content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
    @APIResponse(
            responseCode = "503",
            description = "There is no room for another listener.",
            content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
    public Response stream(@Context UriInfo uri, @Context HttpHeaders headers, @Context HttpServerRequest request) {
        QueryWords words = Parameters.words(uri);
        Optional<Long> asked = words.number("lastEventId", 0, Long.MAX_VALUE);
        int minArticles =
                words.number("minArticles", 1, MOST_ARTICLES).orElse(1L).intValue();
        Optional<Long> heard =
                heard(headers.getHeaderString(LAST_EVENT_ID), words).or(() -> asked);
        return Parameters.refusal(words, uri).orElseGet(() -> stream(heard, minArticles, request));
    }

    private Response stream(Optional<Long> heard, int minArticles, HttpServerRequest request) {
        long newest = events.newest();
        Listener listener = listeners
                .add(() -> request.connection().close())
                .orElseThrow(() -> new Refusal(
                        Response.Status.SERVICE_UNAVAILABLE, "Too many listen already; come back later, or poll."));
        // A place beyond the newest event was given out before the events began anew.
        long position = Math.min(heard.orElse(newest), newest);
        return Response.ok(new StoryStream(events, listener, request.response()::closed, position, minArticles))
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .header("X-Accel-Buffering", "no")
                .build();
    }

    private static Optional<Long> heard(@Nullable String word, QueryWords words) {
        if (word == null || word.isBlank()) {
            return Optional.empty();
        }
        try {
            long position = Long.parseLong(word.strip());
            if (position >= 0) {
                return Optional.of(position);
            }
        } catch (NumberFormatException e) {
            // said below
        }
        return words.refuse(LAST_EVENT_ID, "'%s' is not the id of an event".formatted(word));
    }
}
