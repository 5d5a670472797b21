package org.retold.ingest.http;

import java.time.Duration;
import java.util.Set;
import org.retold.contract.ItemBody;
import org.retold.ingest.poll.Validators;
import org.retold.outbound.Answer;
import org.retold.outbound.Content;
import org.retold.outbound.Gate;
import org.retold.outbound.OutboundClient;
import org.retold.outbound.Request;

/** Asks for the page that an entry links to. */
public final class PageFetch {

    private static final String ACCEPT = "text/html, application/xhtml+xml, text/plain;q=0.5";
    private static final Set<String> PAGES = Set.of("text/html", "application/xhtml+xml", "text/plain");

    /** An entry is not withheld for longer than this because its page has to wait. */
    private static final Duration LONGEST_HELD = Duration.ofMinutes(5);

    private final OutboundClient web;
    private final Gate gate;

    /** @param gate is asked before every request */
    public PageFetch(OutboundClient web, Gate gate) {
        this.web = web;
        this.gate = gate;
    }

    public PageOutcome fetch(String url) throws InterruptedException {
        return fetch(url, Validators.NONE);
    }

    /** @param known of the copy that we have */
    public PageOutcome fetch(String url, Validators known) throws InterruptedException {
        Request request = Request.of(url, ACCEPT, ItemBody.MAX_BYTES).unlessStill(known.etag(), known.lastModified());
        return switch (web.get(request, gate)) {
            case Answer.Ok ok -> page(url, ok);
            case Answer.NotModified ignored ->
                known.equals(Validators.NONE)
                        ? new PageOutcome.NoPage("its publisher answers 304 to a first request")
                        : new PageOutcome.Unchanged();
            case Answer.Refused(String reason) -> new PageOutcome.NoPage("address refused: " + reason);
            case Answer.Held(Duration pause, String reason)
            when pause.compareTo(LONGEST_HELD) > 0 -> new PageOutcome.NotNow(reason);
            case Answer.Held(Duration pause, String ignored) -> new PageOutcome.Held(pause);
            case Answer.Forbidden(String reason, boolean always) ->
                always ? new PageOutcome.NoPage(reason) : new PageOutcome.NotNow(reason);
            case Answer.TooLarge(int limit) -> new PageOutcome.TooLarge(limit);
            case Answer.RedirectedTooOften(int limit) ->
                new PageOutcome.NoPage("it redirects more than %d times".formatted(limit));
            case Answer.HttpError(int status, Duration ignored)
            when status == 429 || status >= 500 -> new PageOutcome.NotNow("its publisher answers " + status);
            case Answer.HttpError(int status, Duration ignored) ->
                new PageOutcome.NoPage("its publisher answers " + status);
            case Answer.Unreachable(String reason) -> new PageOutcome.NotNow(reason);
        };
    }

    private static PageOutcome page(String url, Answer.Ok ok) {
        if (Wall.isAt(url, ok.finalUrl())) {
            return new PageOutcome.NoPage("a wall stands before it: " + ok.finalUrl());
        }
        Content content = ok.content();
        String type = content.mediaType() == null ? "text/html" : content.mediaType();
        if (!PAGES.contains(type)) {
            return new PageOutcome.NoPage("it is %s, not a page".formatted(type));
        }
        if (content.size() == 0) {
            return new PageOutcome.NotNow("it is empty");
        }
        ItemBody body = ItemBody.of(
                ItemBody.Origin.PAGE,
                type.equals("text/plain") ? "text/plain" : "text/html",
                content.charset(),
                ok.finalUrl(),
                content.bytes());
        return new PageOutcome.Page(
                body, new Validators(ok.facts().etag(), ok.facts().lastModified()));
    }
}
