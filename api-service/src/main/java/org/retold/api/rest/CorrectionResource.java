package org.retold.api.rest;

import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
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
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.retold.api.postgres.CorrectionQueries;
import org.retold.api.story.QueryWords;

/** Shows what operators said, and takes it back. */
@Path("/api/v1/corrections")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "corrections", description = "What operators say about who belongs together; it binds for ever.")
final class CorrectionResource {

    private static final int MOST = 200;
    private static final int USUAL = 50;

    private final CorrectionQueries corrections;
    private final Desk desk;

    CorrectionResource(CorrectionQueries corrections, Desk desk) {
        this.corrections = corrections;
        this.desk = desk;
    }

    @GET
    @Operation(
            operationId = "listCorrections",
            summary = "Corrections that are in force, the latest first",
            description = "One call of an operator may give several.")
    @Parameter(
            name = "limit",
            in = ParameterIn.QUERY,
            description = "At most so many.",
            schema = @Schema(type = SchemaType.INTEGER, minimum = "1", maximum = "200", defaultValue = "50"),
            example = "20")
    @APIResponse(
            responseCode = "200",
            description = "The corrections, with a weak ETag.",
            content = @Content(schema = @Schema(implementation = CorrectionList.class)))
    @APIResponse(
            responseCode = "400",
            description = "Unknown parameters or values that were not understood.",
            content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
    public Response list(@Context UriInfo uri, @Context Request request) {
        QueryWords words = Parameters.words(uri);
        Optional<Long> limit = words.number("limit", 1, MOST);
        return Parameters.refusal(words, uri)
                .orElseGet(() -> JsonAnswer.of(
                        new CorrectionList(
                                corrections.latest(limit.map(Math::toIntExact).orElse(USUAL))),
                        request));
    }

    @GET
    @Path("/{id}")
    @Operation(
            operationId = "getCorrection",
            summary = "The corrections that one call gave",
            description = "As soon as they were read back from the topic, until they are withdrawn.")
    @APIResponse(
            responseCode = "200",
            description = "They are in force.",
            content = @Content(schema = @Schema(implementation = GivenCorrections.class)))
    @APIResponse(
            responseCode = "404",
            description = "Not in force: never given, withdrawn, or not read back yet.",
            content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
    public Response find(
            @Parameter(ref = "correction") @PathParam("id") String id, @Context UriInfo uri, @Context Request request) {
        return Parameters.none(uri).orElseGet(() -> JsonAnswer.of(desk.given(id), request));
    }

    @DELETE
    @Path("/{id}")
    @SecurityRequirement(name = "operator")
    @Operation(
            operationId = "withdrawCorrection",
            summary = "Takes back what one call said",
            description = "It binds no more. What it did stays done: to undo a split, merge; to undo a merge, split.")
    @APIResponse(
            responseCode = "202",
            description = "It is written down; these corrections bind no more.",
            content = @Content(schema = @Schema(implementation = GivenCorrections.class)))
    @APIResponse(
            responseCode = "401",
            description = "Not the operator token.",
            content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
    @APIResponse(
            responseCode = "404",
            description = "Not in force.",
            content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
    @APIResponse(
            responseCode = "503",
            description = "Kafka did not take it.",
            content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
    public Response withdraw(@Parameter(ref = "correction") @PathParam("id") String id, @Context UriInfo uri) {
        return Parameters.none(uri)
                .orElseGet(() -> JsonAnswer.accepted(desk.withdraw(id)).build());
    }
}
