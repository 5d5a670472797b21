package org.retold.ingest.http;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.retold.ingest.feed.FeedDocument;
import org.retold.ingest.feed.Hub;
import org.retold.ingest.item.Digest;
import org.retold.ingest.poll.Feed;
import org.retold.ingest.poll.FetchOutcome;
import org.retold.ingest.poll.KnownCopy;
import org.retold.outbound.Answer;
import org.retold.outbound.Gate;
import org.retold.outbound.OutboundClient;
import org.retold.outbound.Request;

/** Asks for a feed if it changed, and does not believe every "not modified". */
public final class FeedFetch {

    private static final String ACCEPT = "application/rss+xml, application/atom+xml, application/rdf+xml,"
            + " application/feed+json, application/xml;q=0.9, text/xml;q=0.9, application/json;q=0.8, */*;q=0.5";

    private final OutboundClient web;
    private final Gate gate;
    private final InstantSource clock;
    private final int maxBytes;
    private final Duration trust;

    /**
     * @param gate is asked before every request
     * @param maxBytes largest feed
     * @param trust after this long a feed is asked for without conditions
     */
    public FeedFetch(OutboundClient web, Gate gate, InstantSource clock, int maxBytes, Duration trust) {
        this.web = web;
        this.gate = gate;
        this.clock = clock;
        this.maxBytes = maxBytes;
        this.trust = trust;
    }

    public FetchOutcome fetch(Feed feed) throws InterruptedException {
        Instant now = clock.instant();
        KnownCopy known = isBelieved(feed, now) ? feed.copy() : KnownCopy.NONE;
        Request request = Request.of(feed.address(), ACCEPT, maxBytes).unlessStill(known.etag(), known.lastModified());
        return switch (web.get(request, gate)) {
            case Answer.Ok ok -> copy(ok, feed, known, now);
            case Answer.NotModified same ->
                new FetchOutcome.Unchanged(same.facts().freshFor(), feed.movedTo(same.permanentUrl()));
            case Answer.Refused(String reason) -> new FetchOutcome.NotToBeHad("address refused: " + reason, null);
            case Answer.Held(Duration pause, String reason) -> new FetchOutcome.Held(pause, reason);
            case Answer.Forbidden(String reason, boolean ignored) -> new FetchOutcome.NotToBeHad(reason, null);
            case Answer.TooLarge(int limit) ->
                new FetchOutcome.NotToBeHad("it is larger than %d bytes".formatted(limit), null);
            case Answer.RedirectedTooOften(int limit) ->
                new FetchOutcome.NotToBeHad("it redirects more than %d times".formatted(limit), null);
            case Answer.HttpError(int status, Duration ignored)
            when status == 410 -> new FetchOutcome.Gone("its publisher answers 410, gone");
            case Answer.HttpError error ->
                new FetchOutcome.NotToBeHad("its publisher answers " + error.status(), error.retryAfter());
            case Answer.Unreachable(String reason) -> new FetchOutcome.NotToBeHad(reason, null);
        };
    }

    private boolean isBelieved(Feed feed, Instant now) {
        Instant since = feed.copy().since();
        return since != null && since.plus(trust).isAfter(now) && !feed.waitsForPages(now);
    }

    private static FetchOutcome copy(Answer.Ok ok, Feed feed, KnownCopy known, Instant now) {
        byte[] bytes = ok.content().bytes();
        String hash = Digest.of(bytes);
        if (hash.equals(known.bodyHash())) {
            return new FetchOutcome.Unchanged(ok.facts().freshFor(), feed.movedTo(ok.permanentUrl()));
        }
        // SPIP omits Last-Modified when it was asked conditionally: the old validator is still the best one.
        boolean conditional = known.since() != null;
        String lastModified = ok.facts().lastModified() == null && conditional
                ? known.lastModified()
                : ok.facts().lastModified();
        return new FetchOutcome.Copy(
                new FeedDocument(
                        bytes, ok.finalUrl(), ok.content().charset(), ok.facts().language()),
                new KnownCopy(ok.facts().etag(), lastModified, hash, conditional ? known.since() : now),
                ok.facts().freshFor(),
                feed.movedTo(ok.permanentUrl()),
                Hub.announced(ok.facts().links(), ok.finalUrl()).orElse(null));
    }
}
