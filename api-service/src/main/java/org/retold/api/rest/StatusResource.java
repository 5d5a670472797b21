package org.retold.api.rest;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.retold.api.postgres.FeedQueries;
import org.retold.api.postgres.StatisticsQueries;
import org.retold.api.story.Statistics;

/** Tells what there is, how fresh it is, and how the feeds are. */
@Path("/api/v1")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "status", description = "Counts, freshness, and the feeds.")
final class StatusResource {

    private final StatisticsQueries statistics;
    private final FeedQueries feeds;

    StatusResource(StatisticsQueries statistics, FeedQueries feeds) {
        this.statistics = statistics;
        this.feeds = feeds;
    }

    @GET
    @Path("/stats")
    @Operation(
            operationId = "getStatistics",
            summary = "Counts and freshness for dashboards",
            description = "Counts are of what is shown.")
    @APIResponse(
            responseCode = "200",
            description = "What there is now.",
            content = @Content(schema = @Schema(implementation = Statistics.class)))
    public Response statistics(@Context UriInfo uri, @Context Request request) {
        return Parameters.none(uri).orElseGet(() -> JsonAnswer.of(statistics.now(), request));
    }

    @GET
    @Path("/feeds")
    @Operation(
            operationId = "listFeeds",
            summary = "The feeds that are read, and how they are",
            description = "To add and remove feeds, ask ingest-service.")
    @APIResponse(
            responseCode = "200",
            description = "The feeds, by title.",
            content = @Content(schema = @Schema(implementation = FeedList.class)))
    public Response feeds(@Context UriInfo uri, @Context Request request) {
        return Parameters.none(uri).orElseGet(() -> JsonAnswer.of(new FeedList(feeds.all()), request));
    }
}
