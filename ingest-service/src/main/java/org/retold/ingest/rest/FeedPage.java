package org.retold.ingest.rest;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.retold.contract.FeedStatus;

/**
 * A page of feeds.
 *
 * @param next cursor of the next page; absent on the last
 */
public record FeedPage(List<FeedStatus> items, @Nullable String next) {

    public FeedPage {
        items = List.copyOf(items);
    }
}
