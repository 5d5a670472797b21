package org.retold.ingest.item;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.retold.ingest.feed.FeedEntry;
import org.retold.ingest.feed.Text;

/** Tells an edited entry from one that merely came again: title and text as read, not markup, dates or counters. */
final class ItemFingerprint {

    private ItemFingerprint() {}

    /** A shorter text may stand under many titles, in characters. */
    private static final int TELLING = 80;

    static String of(FeedEntry entry) {
        return Digest.of(plain(entry.title()), plain(entry.content()), plain(entry.summary()));
    }

    /** The text without its title; empty where there is too little of it to tell an article by. */
    static Optional<String> ofText(FeedEntry entry) {
        String content = plain(entry.content());
        String summary = plain(entry.summary());
        return content.length() + summary.length() < TELLING
                ? Optional.empty()
                : Optional.of(Digest.of(content, summary));
    }

    private static String plain(@Nullable Text text) {
        return text == null ? "" : text.plain();
    }
}
