package org.retold.ingest.http;

import java.time.Duration;
import java.util.List;
import org.retold.ingest.discover.PageFeeds;
import org.retold.ingest.feed.FeedDocument;
import org.retold.ingest.feed.FeedReader;
import org.retold.ingest.feed.FeedReading;
import org.retold.outbound.Answer;
import org.retold.outbound.Gate;
import org.retold.outbound.OutboundClient;
import org.retold.outbound.Request;

/** Looks what an address is that somebody wants to be read: a feed, or a page that has one. */
public final class FeedFinder {

    private static final String ACCEPT =
            "application/rss+xml, application/atom+xml, application/feed+json, text/html;q=0.9, */*;q=0.5";

    private final OutboundClient web;
    private final Gate gate;
    private final FeedReader reader;
    private final int maxBytes;
    private final Duration patience;

    /**
     * @param gate is asked before every request
     * @param maxBytes largest feed or page
     * @param patience after this long what a page names is taken at its word; somebody waits for the answer
     */
    public FeedFinder(OutboundClient web, Gate gate, FeedReader reader, int maxBytes, Duration patience) {
        this.web = web;
        this.gate = gate;
        this.reader = reader;
        this.maxBytes = maxBytes;
        this.patience = patience;
    }

    /** What an address turned out to be. */
    public sealed interface Finding {

        /** @param url of the feed: the address itself, or that of the feed that the page there has */
        record Feed(String url) implements Finding {}

        /** @param reason one sentence for people */
        record None(String reason) implements Finding {}

        /** Nobody can tell just now, or it is neither a feed nor a page. */
        record Unknown() implements Finding {}
    }

    public Finding find(String url) throws InterruptedException {
        long deadline = System.nanoTime() + patience.toNanos();
        return switch (look(url)) {
            case Look.AFeed ignored -> new Finding.Feed(url);
            case Look.APage(FeedDocument page) -> firstFeed(PageFeeds.of(page), deadline);
            case Look.Neither ignored -> new Finding.Unknown();
        };
    }

    private Finding firstFeed(List<String> candidates, long deadline) throws InterruptedException {
        for (String candidate : candidates) {
            if (System.nanoTime() - deadline > 0 || look(candidate) instanceof Look.AFeed) {
                return new Finding.Feed(candidate);
            }
        }
        return new Finding.None(
                candidates.isEmpty()
                        ? "it is an HTML page, not a feed, and it names none"
                        : "it is an HTML page, not a feed, and what it names is none: "
                                + String.join(", ", candidates));
    }

    private sealed interface Look {

        record AFeed() implements Look {}

        record APage(FeedDocument page) implements Look {}

        record Neither() implements Look {}
    }

    private Look look(String url) throws InterruptedException {
        return web.get(Request.of(url, ACCEPT, maxBytes), gate) instanceof Answer.Ok ok
                ? look(new FeedDocument(
                        ok.content().bytes(),
                        ok.finalUrl(),
                        ok.content().charset(),
                        ok.facts().language()))
                : new Look.Neither();
    }

    private Look look(FeedDocument document) {
        return switch (reader.read(document)) {
            case FeedReading.ReadFeed ignored -> new Look.AFeed();
            case FeedReading.NotAFeed refusal -> refusal.isPage() ? new Look.APage(document) : new Look.Neither();
        };
    }
}
