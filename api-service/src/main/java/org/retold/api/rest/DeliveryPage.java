package org.retold.api.rest;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.retold.api.webhook.Delivery;
import org.retold.api.webhook.DeliveryLog;

/** A page of what a webhook was told. */
@Schema(description = "What a webhook is and was told, the latest first.")
record DeliveryPage(
        List<Delivery> items,

        @Schema(description = "Goes on as `cursor`; null where the list ends.") @Nullable
        String next) {

    static DeliveryPage of(DeliveryLog log) {
        return new DeliveryPage(
                log.items(), log.next() == null ? null : Long.toString(log.next(), Character.MAX_RADIX));
    }
}
