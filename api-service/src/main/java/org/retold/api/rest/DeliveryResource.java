package org.retold.api.rest;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.Locale;
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
import org.retold.api.postgres.DeliveryQueries;
import org.retold.api.story.QueryWords;
import org.retold.api.webhook.Delivery;

/** Shows what a webhook was told and what its receiver answered, and tells it again. */
@Path("/api/v1/webhooks/{id}/deliveries")
@Produces(MediaType.APPLICATION_JSON)
@OperatorsOnly
@SecurityRequirement(name = "operator")
@Tag(name = "webhooks")
final class DeliveryResource {

    private static final int MOST = 100;
    private static final int USUAL = 20;

    private final WebhookDesk desk;
    private final DeliveryQueries deliveries;

    DeliveryResource(WebhookDesk desk, DeliveryQueries deliveries) {
        this.desk = desk;
        this.deliveries = deliveries;
    }

    @GET
    @Operation(
            operationId = "listDeliveries",
            summary = "What a webhook is and was told, the latest first",
            description =
                    "With every attempt: what was sent, what was answered, how long it took. What is not pending is"
                            + " kept for 7 days, at most 10,000. Bodies that may speak of an article that was taken down are"
                            + " withheld.")
    @Parameter(
            name = "state",
            in = ParameterIn.QUERY,
            description = "Only those.",
            schema =
                    @Schema(
                            type = SchemaType.STRING,
                            enumeration = {"pending", "delivered", "failed"}),
            example = "failed")
    @Parameter(
            name = "limit",
            in = ParameterIn.QUERY,
            description = "At most so many.",
            schema = @Schema(type = SchemaType.INTEGER, minimum = "1", maximum = "100", defaultValue = "20"),
            example = "20")
    @Parameter(ref = "logCursor")
    @APIResponse(
            responseCode = "200",
            description = "A page of deliveries.",
            content = @Content(schema = @Schema(implementation = DeliveryPage.class)))
    public Response list(@Parameter(ref = "webhook") @PathParam("id") String id, @Context UriInfo uri) {
        QueryWords words = Parameters.words(uri);
        Optional<Delivery.State> state = words.text("state").flatMap(word -> state(word, words));
        Optional<Long> limit = words.number("limit", 1, MOST);
        Optional<Long> cursor = words.text("cursor").flatMap(word -> cursor(word, words));
        return Parameters.refusal(words, uri).orElseGet(() -> {
            desk.find(id);
            return JsonAnswer.unkept(DeliveryPage.of(deliveries.list(
                    id, state.orElse(null), limit.map(Math::toIntExact).orElse(USUAL), cursor.orElse(null))));
        });
    }

    @GET
    @Path("/{delivery}")
    @Operation(
            operationId = "getDelivery",
            summary = "One delivery with its attempts",
            description = "As long as it is in the log.")
    @APIResponse(
            responseCode = "200",
            description = "The delivery.",
            content = @Content(schema = @Schema(implementation = Delivery.class)))
    public Response find(
            @Parameter(ref = "webhook") @PathParam("id") String id,
            @Parameter(ref = "delivery") @PathParam("delivery") String delivery,
            @Context UriInfo uri) {
        return Parameters.none(uri).orElseGet(() -> JsonAnswer.unkept(desk.delivery(id, delivery)));
    }

    @POST
    @Path("/{delivery}/redeliver")
    @RunOnVirtualThread
    @Operation(
            operationId = "redeliver",
            summary = "Tells it again, now and once",
            description =
                    "Under the same id, with the story as it is now; also to a webhook that is paused or disabled. The"
                            + " answer comes when the receiver's has come, or none did in time.")
    @APIResponse(
            responseCode = "200",
            description = "The delivery with one more attempt.",
            content = @Content(schema = @Schema(implementation = Delivery.class)))
    @APIResponse(responseCode = "409", ref = "isPending")
    public Response redeliver(
            @Parameter(ref = "webhook") @PathParam("id") String id,
            @Parameter(ref = "delivery") @PathParam("delivery") String delivery,
            @Context UriInfo uri) {
        return Parameters.none(uri).orElseGet(() -> JsonAnswer.unkept(desk.redeliver(id, delivery)));
    }

    private static Optional<Delivery.State> state(String word, QueryWords words) {
        for (Delivery.State state : Delivery.State.values()) {
            if (state.name().toLowerCase(Locale.ROOT).equals(word)) {
                return Optional.of(state);
            }
        }
        return words.refuse("state", "'%s' is none of pending, delivered, failed".formatted(word));
    }

    private static Optional<Long> cursor(String word, QueryWords words) {
        try {
            return Optional.of(Long.parseLong(word, Character.MAX_RADIX));
        } catch (NumberFormatException e) {
            return words.refuse("cursor", "is not one that was given out here");
        }
    }
}
