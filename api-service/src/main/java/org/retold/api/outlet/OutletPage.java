package org.retold.api.outlet;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page of publishers.
 *
 * @param asOf when they were counted; absent while they never were
 * @param next absent on the last page
 */
public record OutletPage(
        @Nullable Instant asOf,
        List<Outlet> items,
        @Nullable OutletCursor next) {

    public OutletPage {
        items = List.copyOf(items);
    }
}
