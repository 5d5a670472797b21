package org.retold.ingest.item;

import org.jspecify.annotations.Nullable;
import org.retold.ingest.feed.FeedEntry;
import org.retold.ingest.feed.Text;

/** Tells an edited entry from one that merely came again: title and text as read, not markup, dates or counters. */
final class ItemFingerprint {

    private ItemFingerprint() {}

    static String of(FeedEntry entry) {
        return Digest.of(plain(entry.title()), plain(entry.content()), plain(entry.summary()));
    }

    private static String plain(@Nullable Text text) {
        return text == null ? "" : text.plain();
    }
}
