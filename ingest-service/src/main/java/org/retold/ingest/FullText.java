package org.retold.ingest;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.retold.contract.FirstAddress;
import org.retold.contract.Item;
import org.retold.contract.ItemBody;
import org.retold.contract.ItemBody.Origin;
import org.retold.contract.Json;
import org.retold.contract.Rejection;
import org.retold.ingest.feed.FeedEntry;
import org.retold.ingest.feed.Text;
import org.retold.ingest.http.PageFetch;
import org.retold.ingest.http.PageOutcome;
import org.retold.ingest.item.Bars;
import org.retold.ingest.item.EntryText;
import org.retold.ingest.item.FeedOrigin;
import org.retold.ingest.item.IdentifiedEntry;
import org.retold.ingest.item.ItemMaker;
import org.retold.ingest.item.ItemReading;
import org.retold.ingest.item.PageFacts;
import org.retold.ingest.item.Whereabouts;
import org.retold.ingest.poll.Novelty;
import org.retold.ingest.poll.PageCopy;
import org.retold.ingest.poll.PageTries;
import org.retold.ingest.poll.SeenEntry;
import org.retold.ingest.poll.Trail;
import org.retold.ingest.poll.Validators;

/** Finds the whole text of an entry: in the feed, or on the page it links to. */
public final class FullText {

    private static final String WHERE = "ingest-service";

    private final PageFetch pages;
    private final Bars bars;
    private final InstantSource clock;
    private final PageReader reader = new PageReader();

    public FullText(PageFetch pages, Bars bars, InstantSource clock) {
        this.pages = pages;
        this.bars = bars;
        this.clock = clock;
    }

    /** What became of an entry. */
    sealed interface Completion {}

    /**
     * It can be sent.
     *
     * @param items one, or none where nothing is to be told
     * @param rejections what could not be taken of it
     * @param seen what to remember once Kafka acknowledged
     * @param page the page that was taken, where an edit of it could be told
     */
    record Completed(
            List<Item> items,
            List<Rejection> rejections,
            SeenEntry seen,
            @Nullable PageCopy page) implements Completion {

        Completed {
            items = List.copyOf(items);
            rejections = List.copyOf(rejections);
        }

        Completed(List<Item> items, List<Rejection> rejections, SeenEntry seen) {
            this(items, rejections, seen, null);
        }
    }

    /**
     * Its page cannot be asked for yet: it stays unseen.
     *
     * @param pause for which its site has to be left alone
     */
    record Left(Duration pause) implements Completion {}

    Completion complete(FeedOrigin feed, Novelty novelty) throws InterruptedException {
        if (novelty.kind() == Novelty.Kind.MOVED && novelty.known() != null) {
            return new Completed(List.of(), List.of(), novelty.known().movedTo(novelty.entry()));
        }
        FeedEntry entry = novelty.entry().entry();
        if (entry.link() != null && isBarred(entry.link(), novelty.first())) {
            Rejection barred = rejection(Bars.CODE, Bars.MESSAGE, entry.link(), null);
            return new Completed(
                    List.of(), List.of(barred), seen(novelty, Whereabouts.of(entry.link(), null, PageFacts.of(null))));
        }
        return switch (EntryText.of(entry)) {
            case EntryText.Full(Text text) when fits(text) -> item(feed, novelty, body(Origin.FEED_CONTENT, text));
            case EntryText.Full ignored -> withoutItsText(feed, novelty, introduction(entry), "the text in the feed");
            case EntryText.Introduction(Text text) -> withPage(feed, novelty, fits(text) ? text : null);
            case EntryText.Nothing ignored -> withPage(feed, novelty, null);
        };
    }

    /** What was taken down at its first address must not come from its next. */
    private boolean isBarred(String link, @Nullable FirstAddress first) {
        return bars.bar(link)
                || (first != null && (bars.bar(first.url()) || (first.pageUrl() != null && bars.bar(first.pageUrl()))));
    }

    private Completion withPage(FeedOrigin feed, Novelty novelty, @Nullable Text introduction)
            throws InterruptedException {
        String link = novelty.entry().entry().link();
        if (link == null) {
            return item(feed, novelty, body(introduction));
        }
        return switch (pages.fetch(link)) {
            case PageOutcome.Page(ItemBody page, Validators validators) -> item(feed, novelty, page, validators);
            case PageOutcome.Unchanged ignored -> introduced(feed, novelty, introduction, Optional.empty());
            case PageOutcome.TooLarge ignored -> withoutItsText(feed, novelty, introduction, "its page");
            case PageOutcome.NoPage ignored -> introduced(feed, novelty, introduction, Optional.empty());
            case PageOutcome.NotNow ignored ->
                introduced(feed, novelty, introduction, PageTries.next(novelty.pageTries() + 1, clock.instant()));
            case PageOutcome.Held(Duration pause) -> new Left(pause);
        };
    }

    /** Only the introduction is to be had; one that was already sent is not sent again. */
    private Completion introduced(
            FeedOrigin feed, Novelty novelty, @Nullable Text introduction, Optional<Instant> pageAgain)
            throws InterruptedException {
        if (novelty.kind() == Novelty.Kind.PAGE_AGAIN) {
            return new Completed(List.of(), List.of(), waiting(seen(novelty, Optional.empty()), novelty, pageAgain));
        }
        Completed completed = item(feed, novelty, body(introduction));
        return new Completed(completed.items(), completed.rejections(), waiting(completed.seen(), novelty, pageAgain));
    }

    private static SeenEntry waiting(SeenEntry seen, Novelty novelty, Optional<Instant> pageAgain) {
        return new SeenEntry(
                seen.identity(), seen.fingerprint(), seen.trail(), novelty.pageTries() + 1, pageAgain.orElse(null));
    }

    private Completed withoutItsText(FeedOrigin feed, Novelty novelty, @Nullable Text introduction, String what)
            throws InterruptedException {
        String message = "%s is larger than %d bytes".formatted(what, ItemBody.MAX_BYTES);
        Rejection tooLarge =
                rejection("body-too-large", message, novelty.entry().entry().link(), null);
        if (novelty.kind() == Novelty.Kind.PAGE_AGAIN) {
            return new Completed(List.of(), List.of(tooLarge), seen(novelty, Optional.empty()));
        }
        Completed completed = item(feed, novelty, body(introduction));
        return new Completed(completed.items(), List.of(tooLarge), completed.seen());
    }

    private Completed item(FeedOrigin feed, Novelty novelty, @Nullable ItemBody body) throws InterruptedException {
        return item(feed, novelty, body, Validators.NONE);
    }

    private Completed item(FeedOrigin feed, Novelty novelty, @Nullable ItemBody body, Validators validators)
            throws InterruptedException {
        FeedEntry entry = novelty.entry().entry();
        PageFacts facts = reader.read(body);
        Optional<FirstAddress> here = Whereabouts.of(entry.link(), body, facts);
        PageCopy page = facts.substance() == null ? null : new PageCopy(facts.substance(), validators);
        FirstAddress knownAs = Optional.ofNullable(novelty.first())
                .filter(first -> !here.equals(Optional.of(first)))
                .orElse(null);
        return switch (ItemMaker.make(feed, entry, body, knownAs, clock.instant())) {
            case ItemReading.Made(Item item) -> new Completed(List.of(item), List.of(), seen(novelty, here), page);
            case ItemReading.Refused(String code, String message, String url) -> {
                Rejection rejection = rejection(code, message, url == null ? feed.url() : url, Json.write(entry));
                yield new Completed(List.of(), List.of(rejection), seen(novelty, Optional.empty()));
            }
        };
    }

    private Rejection rejection(String code, String message, @Nullable String url, byte @Nullable [] original) {
        boolean truncated = original != null && original.length > Rejection.MAX_ORIGINAL_BYTES;
        return new Rejection(
                WHERE, code, message, null, null, null, url, url, Rejection.kept(original), truncated, clock.instant());
    }

    /** @param here where it is now, as far as it is sent */
    private static SeenEntry seen(Novelty novelty, Optional<FirstAddress> here) {
        IdentifiedEntry entry = novelty.entry();
        Trail trail = Optional.ofNullable(novelty.first())
                .or(() -> here)
                .map(first -> Trail.of(entry, first))
                .orElse(null);
        return new SeenEntry(entry.identity(), entry.fingerprint(), trail, 0, null);
    }

    private static @Nullable Text introduction(FeedEntry entry) {
        Text summary = entry.summary();
        return summary != null && !summary.isEmpty() && fits(summary) ? summary : null;
    }

    private static @Nullable ItemBody body(@Nullable Text introduction) {
        return introduction == null ? null : body(Origin.FEED_INTRODUCTION, introduction);
    }

    private static ItemBody body(Origin origin, Text text) {
        String type = text.markup() ? "text/html" : "text/plain";
        return ItemBody.of(origin, type, "utf-8", null, text.value().getBytes(UTF_8));
    }

    private static boolean fits(Text text) {
        return text.value().getBytes(UTF_8).length <= ItemBody.MAX_BYTES;
    }
}
