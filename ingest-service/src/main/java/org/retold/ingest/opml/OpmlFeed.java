package org.retold.ingest.opml;

import org.jspecify.annotations.Nullable;

/**
 * A feed in a list.
 *
 * @param folder names from the outside in, joined by {@code /}; absent at the top
 */
public record OpmlFeed(
        String url, @Nullable String title, @Nullable String folder) {}
