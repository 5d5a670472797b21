package org.retold.api.rest;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.retold.api.webhook.Webhook;

/** A webhook and its secret, which is shown this once. */
@Schema(description = "A webhook and its secret, which is not shown again.")
record WebhookSecret(
        Webhook webhook,

        @Schema(description = "Signs what is sent; `whsec_` and the key in Base64.")
        String secret) {}
