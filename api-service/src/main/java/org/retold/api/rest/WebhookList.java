package org.retold.api.rest;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.retold.api.webhook.Webhook;

/** Webhooks. */
@Schema(description = "Webhooks, the oldest first.")
record WebhookList(List<Webhook> items) {}
