package org.retold.ingest;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.retold.contract.FirstAddress;
import org.retold.contract.Item;
import org.retold.contract.ItemBody;
import org.retold.ingest.http.PageFetch;
import org.retold.ingest.http.PageOutcome;
import org.retold.ingest.item.ArticleKey;
import org.retold.ingest.item.Bars;
import org.retold.ingest.item.PageFacts;
import org.retold.ingest.item.Whereabouts;
import org.retold.ingest.kafka.NotAcknowledgedException;
import org.retold.ingest.kafka.RecordLog;
import org.retold.ingest.poll.Look;
import org.retold.ingest.poll.LookPlan;
import org.retold.ingest.poll.PageCopy;
import org.retold.ingest.poll.SeenEntry;
import org.retold.ingest.poll.Trail;
import org.retold.ingest.poll.Validators;
import org.retold.ingest.postgres.LookStore;
import org.retold.ingest.postgres.SeenStore;

/**
 * Looks again at the pages of recent items: where the feed tells an introduction only, nothing else shows that the text
 * was edited. A page whose prose changed is sent as a new revision.
 */
public final class PageLooks implements SentPages {

    private static final Logger LOG = Logger.getLogger(PageLooks.class);

    /** Of an instance that died in the middle, somebody else makes the look after this. */
    private static final Duration LEASE = Duration.ofMinutes(10);

    private static final Duration SHORTEST_PAUSE = Duration.ofMinutes(1);

    private final LookStore looks;
    private final SeenStore seen;
    private final PageFetch pages;
    private final Bars bars;
    private final LookPlan plan;
    private final RecordLog records;
    private final PollWorkers workers;
    private final IngestMetrics metrics;
    private final InstantSource clock;
    private final PageReader reader = new PageReader();

    /** @param pages must give way to those who wait for a turn at a site */
    public PageLooks(
            LookStore looks,
            SeenStore seen,
            PageFetch pages,
            Bars bars,
            LookPlan plan,
            RecordLog records,
            PollWorkers workers,
            IngestMetrics metrics,
            InstantSource clock) {
        this.looks = looks;
        this.seen = seen;
        this.pages = pages;
        this.bars = bars;
        this.plan = plan;
        this.records = records;
        this.workers = workers;
        this.metrics = metrics;
        this.clock = clock;
    }

    @Override
    public void sent(String feedId, SeenEntry entry, Item item, PageCopy copy) {
        if (plan.isFor(item)) {
            Look first = new Look(feedId, entry.identity(), without(item), copy, item.fetched(), 0);
            plan.next(item.fetched(), 0).ifPresent(due -> looks.plan(first, due));
        }
    }

    /** Starts the looks that are due; called every two seconds. */
    void run() throws InterruptedException {
        Instant now = clock.instant();
        int places = workers.free();
        List<Look> due = places == 0 ? List.of() : looks.lease(places, now, now.plus(LEASE));
        for (Look look : due) {
            workers.start(look.feedId() + "/" + look.identity(), () -> safely(look));
        }
    }

    /** Ends the looks that are under way. */
    void stop(Duration grace) throws InterruptedException {
        workers.stop(grace);
    }

    private void safely(Look look) {
        try {
            look(look);
        } catch (NotAcknowledgedException e) {
            LOG.warnf(
                    "nothing sent, looked at again later url=%s reason=%s",
                    look.item().url(), e.getMessage());
        } catch (InterruptedException e) {
            looks.putOff(look, clock.instant());
            Thread.currentThread().interrupt();
        }
    }

    private void look(Look look) throws InterruptedException {
        String outcome = switch (isBarred(look) ? new PageOutcome.NoPage(Bars.MESSAGE) : fetched(look)) {
            case PageOutcome.Page(ItemBody page, Validators validators) -> compared(look, page, validators);
            case PageOutcome.Unchanged ignored -> next(look, "not-modified");
            case PageOutcome.NotNow ignored -> next(look, "not-now");
            case PageOutcome.Held(Duration pause) -> putOff(look, pause);
            case PageOutcome.NoPage ignored -> ended(look);
            case PageOutcome.TooLarge ignored -> ended(look);
        };
        metrics.looked(outcome);
    }

    private PageOutcome fetched(Look look) throws InterruptedException {
        return pages.fetch(look.item().url(), look.copy().validators());
    }

    private boolean isBarred(Look look) {
        FirstAddress known = look.item().knownAs();
        return bars.bar(look.item().url()) || (known != null && bars.bar(known.url()));
    }

    private String compared(Look look, ItemBody page, Validators validators) throws InterruptedException {
        PageFacts facts = reader.read(page);
        String substance = facts.substance();
        if (substance == null || substance.equals(look.copy().substance())) {
            return next(with(look, new PageCopy(look.copy().substance(), validators)), "same");
        }
        RecordLog.Batch batch = records.begin();
        batch.item(revised(look, page, facts));
        batch.awaitAcknowledged();
        return next(with(look, new PageCopy(substance, validators)), "edited");
    }

    private Item revised(Look look, ItemBody page, PageFacts facts) {
        Item item = look.item();
        Optional<FirstAddress> here = Whereabouts.of(item.url(), page, facts);
        FirstAddress knownAs =
                first(look).filter(first -> !here.equals(Optional.of(first))).orElse(null);
        String key = knownAs == null ? item.key() : ArticleKey.of(knownAs.url()).orElse(item.key());
        return copy(item, key, page, knownAs, clock.instant());
    }

    /** Where the entry was when it was sent for the first time. */
    private Optional<FirstAddress> first(Look look) {
        SeenEntry entry = seen.known(look.feedId(), List.of(look.identity())).get(look.identity());
        return Optional.ofNullable(entry).map(SeenEntry::trail).map(Trail::first);
    }

    private String next(Look look, String outcome) {
        plan.next(look.sent(), look.looks() + 1)
                .filter(due -> due.isAfter(clock.instant()))
                .ifPresentOrElse(due -> looks.next(look, due), () -> looks.end(look));
        return outcome;
    }

    private String putOff(Look look, Duration pause) {
        Instant now = clock.instant();
        if (plan.isStale(look.sent(), now)) {
            return ended(look);
        }
        looks.putOff(look, now.plus(pause.compareTo(SHORTEST_PAUSE) < 0 ? SHORTEST_PAUSE : pause));
        return "put-off";
    }

    private String ended(Look look) {
        looks.end(look);
        return "given-up";
    }

    private static Look with(Look look, PageCopy copy) {
        return new Look(look.feedId(), look.identity(), look.item(), copy, look.sent(), look.looks());
    }

    private static Item without(Item item) {
        return copy(item, item.key(), null, item.knownAs(), item.fetched());
    }

    private static Item copy(
            Item item, String key, @Nullable ItemBody body, @Nullable FirstAddress knownAs, Instant fetched) {
        return new Item(
                key,
                item.url(),
                item.guid(),
                item.externalId(),
                item.feedUrl(),
                item.publisher(),
                item.title(),
                item.published(),
                item.language(),
                item.authors(),
                item.subjects(),
                body,
                fetched,
                knownAs);
    }
}
