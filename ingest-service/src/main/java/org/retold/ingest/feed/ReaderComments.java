package org.retold.ingest.feed;

import java.util.regex.Pattern;

/** Feeds of what readers comment: never news. */
public final class ReaderComments {

    public static final String REASON = "it is a feed of reader comments, not of articles";

    /** SPIP forums, WordPress comments. */
    private static final Pattern ADDRESS = Pattern.compile(
            "(?i)[?&]page=(rss_forum\\w*|backend-forum\\w*|rss-forum\\w*)|/comments/feed/?($|\\?)|[?&]feed=comments-rss2?");

    private static final Pattern LINK_TO_COMMENT = Pattern.compile("(?i)#(forum|comment|comm)-?\\d+$");

    private ReaderComments() {}

    public static boolean isAddressOfSome(String url) {
        return ADDRESS.matcher(url).find();
    }

    static boolean fill(FeedReading.ReadFeed feed) {
        return !feed.entries().isEmpty()
                && feed.entries().stream()
                        .allMatch(entry -> entry.link() != null
                                && LINK_TO_COMMENT.matcher(entry.link()).find());
    }
}
