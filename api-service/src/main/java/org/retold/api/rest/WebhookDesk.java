package org.retold.api.rest;

import jakarta.inject.Singleton;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.net.URISyntaxException;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.retold.api.http.Mailroom;
import org.retold.api.postgres.DeliveryQueries;
import org.retold.api.postgres.Outbox;
import org.retold.api.postgres.WebhookTable;
import org.retold.api.postgres.WebhookTable.Wish;
import org.retold.api.webhook.Delivery;
import org.retold.api.webhook.Secret;
import org.retold.api.webhook.Webhook;
import org.retold.outbound.OutboundClient;

/** Where operators' wishes for webhooks are granted, or refused in a sentence. */
@Singleton
final class WebhookDesk {

    private static final int ID_BYTES = 8;

    private final WebhookTable webhooks;
    private final DeliveryQueries deliveries;
    private final Outbox outbox;
    private final Mailroom mailroom;
    private final OutboundClient web;
    private final SecureRandom random = new SecureRandom();

    WebhookDesk(
            WebhookTable webhooks, DeliveryQueries deliveries, Outbox outbox, Mailroom mailroom, OutboundClient web) {
        this.webhooks = webhooks;
        this.deliveries = deliveries;
        this.outbox = outbox;
        this.mailroom = mailroom;
        this.web = web;
    }

    List<Webhook> all() {
        return webhooks.all();
    }

    /** @throws Refusal when there is none */
    Webhook find(String id) {
        return webhooks.find(id).orElseThrow(WebhookDesk::unknown);
    }

    /** @throws Refusal when we do not go to its address, or there are too many */
    WebhookSecret add(Wish made) {
        check(made);
        Secret secret = Secret.fresh(random);
        byte[] id = new byte[ID_BYTES];
        random.nextBytes(id);
        return webhooks.add("wh_" + HexFormat.of().formatHex(id), made, secret)
                .map(webhook -> new WebhookSecret(webhook, secret.word()))
                .orElseThrow(() -> new Refusal(
                        Refusal.Status.UNPROCESSABLE_CONTENT,
                        "There are as many webhooks as there may be; remove one."));
    }

    /** @throws Refusal when there is none, or we do not go to its new address */
    Webhook change(String id, Wish change) {
        check(change);
        return webhooks.change(id, change).orElseThrow(WebhookDesk::unknown);
    }

    /** @throws Refusal when there is none */
    WebhookSecret rotate(String id) {
        Secret secret = Secret.fresh(random);
        return webhooks.rotate(id, secret)
                .map(webhook -> new WebhookSecret(webhook, secret.word()))
                .orElseThrow(WebhookDesk::unknown);
    }

    /** @throws Refusal when there is none */
    void remove(String id) {
        if (!webhooks.remove(id)) {
            throw unknown();
        }
    }

    /** @throws Refusal when there is none */
    Delivery ping(String id) {
        String delivery = outbox.ping(id).orElseThrow(WebhookDesk::unknown);
        mailroom.sendByHand(id, delivery);
        return delivery(id, delivery);
    }

    /** @throws Refusal when there is none, or it is not in the log any more */
    Delivery delivery(String webhookId, String id) {
        return deliveries
                .find(webhookId, id)
                .orElseThrow(() -> new Refusal(Response.Status.NOT_FOUND, "There is no such delivery in the log."));
    }

    /** @throws Refusal when there is none, or it is sent by itself anyway */
    Delivery redeliver(String webhookId, String id) {
        if (!mailroom.sendByHand(webhookId, id)) {
            Delivery waiting = delivery(webhookId, id);
            throw new Refusal(
                    Response.Status.CONFLICT,
                    "It was not given up: it is sent by itself, not before %s.".formatted(waiting.nextTry()));
        }
        return delivery(webhookId, id);
    }

    private void check(Wish wish) {
        if (wish.url() == null) {
            return;
        }
        if (hasMoreThanAnAddress(wish.url())) {
            throw new Refusal(
                    Refusal.Status.UNPROCESSABLE_CONTENT,
                    "\"url\" must be an http or https address without user, password and fragment.");
        }
        Optional<String> refusal = web.refusalOnceLookedUp(wish.url());
        if (refusal.isPresent()) {
            throw new Refusal(
                    Refusal.Status.UNPROCESSABLE_CONTENT, "Nothing is sent there: %s.".formatted(refusal.get()));
        }
    }

    private static boolean hasMoreThanAnAddress(String url) {
        try {
            URI parsed = new URI(url);
            return parsed.getRawUserInfo() != null || parsed.getRawFragment() != null || parsed.getHost() == null;
        } catch (URISyntaxException e) {
            return true;
        }
    }

    private static Refusal unknown() {
        return new Refusal(Response.Status.NOT_FOUND, "There is no such webhook.");
    }
}
