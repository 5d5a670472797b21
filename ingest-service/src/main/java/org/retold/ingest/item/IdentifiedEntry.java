package org.retold.ingest.item;

import org.retold.ingest.feed.FeedEntry;

/**
 * An entry and how to recognise it.
 *
 * @param identity the same as long as the feed means the same article
 * @param fingerprint changes when title or text change
 */
public record IdentifiedEntry(String identity, String fingerprint, FeedEntry entry) {}
