package org.retold.api.webhook;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page of what a webhook was told.
 *
 * @param next the place where the list goes on; absent where it ends
 */
public record DeliveryLog(List<Delivery> items, @Nullable Long next) {

    public DeliveryLog {
        items = List.copyOf(items);
    }
}
