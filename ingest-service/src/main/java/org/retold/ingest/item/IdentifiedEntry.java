package org.retold.ingest.item;

import org.jspecify.annotations.Nullable;
import org.retold.ingest.feed.FeedEntry;

/**
 * An entry and how to recognise it.
 *
 * @param identity the same as long as the feed means the same article
 * @param fingerprint changes when title or text change
 * @param textPrint changes when the text changes; absent where there is too little of it to tell an article by
 */
public record IdentifiedEntry(
        String identity, String fingerprint, @Nullable String textPrint, FeedEntry entry) {}
