package org.retold.api;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.util.List;
import java.util.Locale;
import org.retold.api.http.Mailroom;
import org.retold.api.http.Postman.Errand;
import org.retold.api.postgres.Letterbox.Outcome;
import org.retold.api.postgres.Outbox;
import org.retold.api.webhook.Webhook;

/** What operators see of webhooks. Labels are outcomes and states, nothing else. */
final class WebhookMetrics implements Mailroom.Witness {

    private static final String ATTEMPTS = "retold.api.webhook.attempts";
    private static final List<String> OUTCOMES = List.of("delivered", "postponed", "given_up", "disabled", "forgotten");

    private final MeterRegistry registry;
    private final Timer took;

    WebhookMetrics(MeterRegistry registry, Outbox outbox) {
        this.registry = registry;
        this.took = Timer.builder("retold.api.webhook.attempt.time")
                .description("From sending something to a webhook until it answered, or it was clear that it would not")
                .register(registry);
        OUTCOMES.forEach(this::attempts);
        for (Webhook.State state : Webhook.State.values()) {
            Gauge.builder("retold.api.webhooks", outbox, counted -> counted.count(state))
                    .description("Webhooks, by their state, as of the last minute")
                    .tag("state", state.name().toLowerCase(Locale.ROOT))
                    .register(registry);
        }
        Gauge.builder("retold.api.webhook.waiting", outbox, Outbox::waiting)
                .description("Deliveries that are prepared and not taken yet, as of the last minute")
                .register(registry);
        Gauge.builder("retold.api.webhook.failing", outbox, Outbox::failing)
                .description("Active webhooks that did not take the last thing they were told, as of the last minute")
                .register(registry);
    }

    @Override
    public void sent(Errand errand, Outcome outcome) {
        took.record(errand.attempt().took());
        attempts(
                        switch (outcome) {
                            case Outcome.Done() -> "delivered";
                            case Outcome.Postponed() -> "postponed";
                            case Outcome.GivenUp() -> "given_up";
                            case Outcome.Disabled() -> "disabled";
                            case Outcome.Forgotten() -> "forgotten";
                        })
                .increment();
    }

    private Counter attempts(String outcome) {
        return Counter.builder(ATTEMPTS)
                .description("Times that something was sent to a webhook, by what came of it")
                .tag("outcome", outcome)
                .register(registry);
    }
}
