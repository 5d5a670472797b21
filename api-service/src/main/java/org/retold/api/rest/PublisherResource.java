package org.retold.api.rest;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.retold.api.outlet.Outlet;
import org.retold.api.outlet.OutletQuery;
import org.retold.api.outlet.OutletQueryReader;
import org.retold.api.outlet.Period;
import org.retold.api.postgres.OutletQueries;
import org.retold.api.story.Asked;

/** Tells who originates, who retells, how fast, and whom they credit. */
@Path("/api/v1/publishers")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "publishers", description = "Who originates, who retells, how fast, and whom they credit.")
final class PublisherResource {

    private final OutletQueries outlets;

    PublisherResource(OutletQueries outlets) {
        this.outlets = outlets;
    }

    @GET
    @Operation(
            operationId = "listPublishers",
            summary = "Publishers, most articles first",
            description = "They are counted every now and then, as asOf says: after seconds where there are few"
                    + " articles, after minutes where there are a million. A walk over a list that is counted anew"
                    + " meanwhile may miss some. A story was told first by whose publication is known to be earliest; a"
                    + " date without a time counts as its end. How late somebody was is known where both times are.")
    @Parameter(ref = "period")
    @Parameter(
            name = "language",
            in = ParameterIn.QUERY,
            description = "One of its articles is in it: two letters, ISO 639-1.",
            example = "fr",
            schema = @Schema(type = SchemaType.STRING))
    @Parameter(
            name = "sort",
            in = ParameterIn.QUERY,
            description =
                    "By articles, by stories, by stories told first, or by stories told after others; most first.",
            schema =
                    @Schema(
                            type = SchemaType.STRING,
                            enumeration = {"articles", "stories", "originated", "retold"},
                            defaultValue = "articles"),
            example = "originated")
    @Parameter(ref = "limit")
    @Parameter(ref = "publisherCursor")
    @APIResponse(
            responseCode = "200",
            description = "A page of publishers, with a weak ETag.",
            content = @Content(schema = @Schema(implementation = PublisherList.class)))
    @APIResponse(responseCode = "304", description = "Nothing changed since the ETag in If-None-Match.")
    @APIResponse(
            responseCode = "400",
            description = "Unknown parameters or values that were not understood.",
            content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
    public Response list(@Context UriInfo uri, @Context Request request) {
        return switch (OutletQueryReader.list(Map.copyOf(uri.getQueryParameters()))) {
            case Asked.Understood<OutletQuery>(OutletQuery query) ->
                JsonAnswer.of(PublisherList.of(outlets.list(query)), request);
            case Asked.NotUnderstood<OutletQuery>(var problems) ->
                Problem.badParameters(problems)
                        .at(uri.getRequestUri().getPath())
                        .response();
        };
    }

    @GET
    @Path("/{id}")
    @Operation(
            operationId = "getPublisher",
            summary = "One publisher",
            description = "As it was counted last, like the list.")
    @Parameter(ref = "period")
    @APIResponse(
            responseCode = "200",
            description = "The publisher, with a weak ETag.",
            content = @Content(schema = @Schema(implementation = Outlet.class)))
    @APIResponse(responseCode = "304", description = "Nothing changed since the ETag in If-None-Match.")
    @APIResponse(
            responseCode = "400",
            description = "Unknown parameters or values that were not understood.",
            content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
    @APIResponse(
            responseCode = "404",
            description = "No such publisher in this period.",
            content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
    public Response find(
            @Parameter(description = "The publisher's registrable host.", example = "example.org") @PathParam("id")
                    String id,
            @Context UriInfo uri,
            @Context Request request) {
        return switch (OutletQueryReader.one(Map.copyOf(uri.getQueryParameters()))) {
            case Asked.Understood<Period>(Period period) ->
                outlets.find(id, period)
                        .map(outlet -> JsonAnswer.of(outlet, request))
                        .orElseGet(() -> Problem.of(
                                        Response.Status.NOT_FOUND, "There is no such publisher in this period.")
                                .at(uri.getRequestUri().getPath())
                                .response());
            case Asked.NotUnderstood<Period>(var problems) ->
                Problem.badParameters(problems)
                        .at(uri.getRequestUri().getPath())
                        .response();
        };
    }
}
