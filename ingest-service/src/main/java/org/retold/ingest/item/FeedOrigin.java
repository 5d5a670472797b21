package org.retold.ingest.item;

import org.jspecify.annotations.Nullable;

/**
 * The feed that an entry came from.
 *
 * @param url of the feed
 * @param title as the feed calls itself
 * @param language as the feed declares it
 */
public record FeedOrigin(
        String url, @Nullable String title, @Nullable String language) {}
