package org.retold.api.rest;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriBuilder;
import jakarta.ws.rs.core.UriInfo;
import java.io.IOException;
import java.io.InputStream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.retold.api.webhook.Webhook;

/** Makes, shows and changes webhooks, and tries them. */
@Path("/api/v1/webhooks")
@Produces(MediaType.APPLICATION_JSON)
@OperatorsOnly
@SecurityRequirement(name = "operator")
@Tag(
        name = "webhooks",
        description = "What happens to stories, posted to an address, signed as Standard Webhooks has it. All of these"
                + " calls are for operators.")
final class WebhookResource {

    private final WebhookDesk desk;

    WebhookResource(WebhookDesk desk) {
        this.desk = desk;
    }

    @GET
    @Operation(
            operationId = "listWebhooks",
            summary = "The webhooks, and how their receivers do",
            description = "Secrets are not shown.")
    @APIResponse(
            responseCode = "200",
            description = "The webhooks, the oldest first.",
            content = @Content(schema = @Schema(implementation = WebhookList.class)))
    public Response list(@Context UriInfo uri) {
        return Parameters.none(uri).orElseGet(() -> JsonAnswer.unkept(new WebhookList(desk.all())));
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RunOnVirtualThread
    @Operation(
            operationId = "makeWebhook",
            summary = "Has what happens to stories posted to an address",
            description =
                    "It is told what is accepted from now on. The answer shows the secret that signs what is sent,"
                            + " this once. Addresses that lead into private networks are refused.")
    @RequestBody(required = true, content = @Content(schema = @Schema(implementation = WebhookBody.class)))
    @APIResponse(
            responseCode = "201",
            description = "The webhook, also at Location, and its secret.",
            content = @Content(schema = @Schema(implementation = WebhookSecret.class)))
    @APIResponse(responseCode = "422", ref = "cannotBeDone")
    public Response add(@Context UriInfo uri, InputStream body) throws IOException {
        WebhookBody sent = WebhookBody.FORM.read(body);
        return Parameters.none(uri).orElseGet(() -> {
            WebhookSecret made = desk.add(sent.making());
            return JsonAnswer.created(made)
                    .location(UriBuilder.fromPath("/api/v1/webhooks/{id}")
                            .build(made.webhook().id()))
                    .build();
        });
    }

    @GET
    @Path("/{id}")
    @Operation(
            operationId = "getWebhook",
            summary = "One webhook, and how its receiver does",
            description = "Its secret is not shown.")
    @APIResponse(
            responseCode = "200",
            description = "The webhook.",
            content = @Content(schema = @Schema(implementation = Webhook.class)))
    public Response find(@Parameter(ref = "webhook") @PathParam("id") String id, @Context UriInfo uri) {
        return Parameters.none(uri).orElseGet(() -> JsonAnswer.unkept(desk.find(id)));
    }

    @PATCH
    @Path("/{id}")
    @Consumes(MediaType.APPLICATION_JSON)
    @RunOnVirtualThread
    @Operation(
            operationId = "changeWebhook",
            summary = "Changes a webhook, pauses it, or has it go on",
            description =
                    "What the body does not name stays. One that was paused or disabled and is `active` again is told"
                            + " what it missed, as far back as events are kept. `active` or another `url` also ends a"
                            + " rest: it is asked at once.")
    @RequestBody(required = true, content = @Content(schema = @Schema(implementation = WebhookBody.class)))
    @APIResponse(
            responseCode = "200",
            description = "The webhook as it is now.",
            content = @Content(schema = @Schema(implementation = Webhook.class)))
    @APIResponse(responseCode = "422", ref = "cannotBeDone")
    public Response change(
            @Parameter(ref = "webhook") @PathParam("id") String id, @Context UriInfo uri, InputStream body)
            throws IOException {
        WebhookBody sent = WebhookBody.FORM.read(body);
        return Parameters.none(uri).orElseGet(() -> JsonAnswer.unkept(desk.change(id, sent.changing())));
    }

    @DELETE
    @Path("/{id}")
    @Operation(
            operationId = "removeWebhook",
            summary = "Removes a webhook and its log",
            description = "Nothing more is sent to it, also nothing that was waiting.")
    @APIResponse(responseCode = "204", description = "It is gone.")
    public Response remove(@Parameter(ref = "webhook") @PathParam("id") String id, @Context UriInfo uri) {
        return Parameters.none(uri).orElseGet(() -> {
            desk.remove(id);
            return Response.noContent().build();
        });
    }

    @POST
    @Path("/{id}/secret")
    @Operation(
            operationId = "rotateWebhookSecret",
            summary = "Makes another secret",
            description = "For 24 hours the one before signs too, so that the receiver can change over.")
    @APIResponse(
            responseCode = "200",
            description = "The webhook, and its new secret.",
            content = @Content(schema = @Schema(implementation = WebhookSecret.class)))
    public Response rotate(@Parameter(ref = "webhook") @PathParam("id") String id, @Context UriInfo uri) {
        return Parameters.none(uri).orElseGet(() -> JsonAnswer.unkept(desk.rotate(id)));
    }

    @POST
    @Path("/{id}/ping")
    @RunOnVirtualThread
    @Operation(
            operationId = "pingWebhook",
            summary = "Sends something to try the receiver",
            description =
                    "Also to one that is paused or disabled. The answer comes when the receiver's has come, or none"
                            + " did in time. It is not tried again.")
    @APIResponse(
            responseCode = "200",
            description = "What was sent, and what was answered.",
            content = @Content(schema = @Schema(implementation = org.retold.api.webhook.Delivery.class)))
    public Response ping(@Parameter(ref = "webhook") @PathParam("id") String id, @Context UriInfo uri) {
        return Parameters.none(uri).orElseGet(() -> JsonAnswer.unkept(desk.ping(id)));
    }
}
