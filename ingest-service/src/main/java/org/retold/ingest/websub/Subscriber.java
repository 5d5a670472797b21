package org.retold.ingest.websub;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import org.jboss.logging.Logger;
import org.retold.outbound.Answer;
import org.retold.outbound.Gate;
import org.retold.outbound.OutboundClient;
import org.retold.outbound.Request;

/** Asks hubs to tell, and asks again before what they granted ends. */
public final class Subscriber {

    private static final Logger LOG = Logger.getLogger(Subscriber.class);
    private static final int AT_A_TIME = 10;
    private static final int MOST_BYTES = 64 * 1024;
    private static final Duration LEASE = Duration.ofDays(10);

    private final Subscriptions subscriptions;
    private final OutboundClient web;
    private final Gate gate;
    private final String callback;
    private final InstantSource clock;

    /**
     * @param gate is asked before every request
     * @param callback where hubs reach us, without the subscription's id, for example {@code https://news.example/websub/}
     */
    public Subscriber(
            Subscriptions subscriptions, OutboundClient web, Gate gate, String callback, InstantSource clock) {
        this.subscriptions = subscriptions;
        this.web = web;
        this.gate = gate;
        this.callback = callback;
        this.clock = clock;
    }

    /** Asks the hubs whose turn it is. */
    public void run() throws InterruptedException {
        for (Subscription subscription : subscriptions.due(AT_A_TIME, clock.instant())) {
            ask(subscription);
        }
    }

    private void ask(Subscription subscription) throws InterruptedException {
        Request request = Request.posting(
                subscription.hub().url(),
                Map.of(
                        "hub.mode", "subscribe",
                        "hub.topic", subscription.hub().topic(),
                        "hub.callback", callback + subscription.id(),
                        "hub.secret", subscription.secret(),
                        "hub.lease_seconds", Long.toString(LEASE.toSeconds())),
                MOST_BYTES);
        switch (web.post(request, gate)) {
            case Answer.Ok ignored -> subscriptions.asked(subscription, clock.instant());
            case Answer.HttpError(int status, Duration ignored)
            when status / 100 == 2 -> subscriptions.asked(subscription, clock.instant());
            case Answer.Held(Duration pause, String ignored) ->
                subscriptions.putOff(subscription, clock.instant().plus(pause));
            case Answer refused -> {
                LOG.infof(
                        "hub does not take a subscription hub=%s reason=%s",
                        subscription.hub().url(), refused);
                subscriptions.failed(subscription, clock.instant());
            }
        }
    }
}
