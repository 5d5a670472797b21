package org.retold.api.rest;

import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.retold.api.outlet.Outlet;
import org.retold.api.outlet.OutletPage;

/** A page of publishers. */
@Schema(description = "A page of publishers.")
record PublisherList(
        @Schema(description = "When they were counted; null while they never were.", nullable = true) @Nullable
        Instant asOf,

        List<Outlet> items,

        @Schema(description = "Give this as cursor to get the next page; null on the last.", nullable = true) @Nullable
        String next) {

    static PublisherList of(OutletPage page) {
        return new PublisherList(
                page.asOf(),
                page.items(),
                page.next() == null ? null : page.next().word());
    }
}
