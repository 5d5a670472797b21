package org.retold.ingest;

import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.retold.ingest.feed.ReaderComments;
import org.retold.ingest.http.FeedFinder;
import org.retold.ingest.item.FieldBounds;
import org.retold.ingest.item.ItemMaker;
import org.retold.ingest.opml.OpmlFeed;
import org.retold.ingest.poll.PollPlan;
import org.retold.ingest.postgres.FeedStore;
import org.retold.outbound.OutboundClient;

/** Which feeds are read: what people add and import. */
public final class FeedList {

    /** Of a list so many feeds are polled at once; the others have their first poll within the usual interval. */
    private static final int AT_ONCE = 50;

    private final FeedStore feeds;
    private final OutboundClient web;
    private final FeedFinder finder;
    private final Duration interval;
    private final InstantSource clock;
    private final RandomGenerator chance = RandomGenerator.getDefault();

    /** @param interval how often a new feed is asked */
    FeedList(FeedStore feeds, OutboundClient web, FeedFinder finder, Duration interval, InstantSource clock) {
        this.feeds = feeds;
        this.web = web;
        this.finder = finder;
        this.interval = interval;
        this.clock = clock;
    }

    /** What became of an address that somebody wants to be read. */
    public sealed interface Addition {

        /** @param isNew false when it was there already */
        record Listed(String id, boolean isNew) implements Addition {}

        record Refused(String reason) implements Addition {}
    }

    /** What became of an imported list. */
    public record ImportReport(int added, int known, List<RefusedFeed> refused) {

        public ImportReport {
            refused = List.copyOf(refused);
        }
    }

    /** A feed of a list that is not read. */
    public record RefusedFeed(String url, String reason) {}

    /**
     * Adds a feed, or the feed that the page at this address has; its first poll starts with the next pass. What cannot be
     * looked at just now is taken at its word: its polls will tell.
     */
    public Addition add(String address, @Nullable String folder) throws InterruptedException {
        String url = address.strip();
        Optional<String> refusal = refusal(url);
        if (refusal.isPresent()) {
            return new Addition.Refused(refusal.get());
        }
        return switch (finder.find(url)) {
            case FeedFinder.Finding.Feed feed -> add(feed.url(), null, folder, atOnce());
            case FeedFinder.Finding.Unknown ignored -> add(url, null, folder, atOnce());
            case FeedFinder.Finding.None(String reason) -> new Addition.Refused(reason);
        };
    }

    private Addition add(String address, @Nullable String title, @Nullable String folder, PollPlan plan) {
        String url = address.strip();
        Optional<String> refusal = refusal(url);
        if (refusal.isPresent()) {
            return new Addition.Refused(refusal.get());
        }
        Optional<String> moved = feeds.movedTo(url);
        if (moved.isPresent()) {
            return new Addition.Listed(moved.get(), false);
        }
        boolean isNew = feeds.add(url, FieldBounds.line(title), FieldBounds.line(folder), plan, clock.instant());
        return new Addition.Listed(FeedStore.idOf(url), isNew);
    }

    /** Adds the feeds of a list. */
    public ImportReport add(List<OpmlFeed> list) {
        return feeds.together(() -> addEach(list));
    }

    private ImportReport addEach(List<OpmlFeed> list) {
        int added = 0;
        int known = 0;
        List<RefusedFeed> refused = new ArrayList<>();
        for (OpmlFeed feed : list) {
            switch (add(feed.url(), feed.title(), feed.folder(), firstPoll(added))) {
                case Addition.Listed listed when listed.isNew() -> added++;
                case Addition.Listed ignored -> known++;
                case Addition.Refused(String reason) -> refused.add(new RefusedFeed(feed.url(), reason));
            }
        }
        return new ImportReport(added, known, refused);
    }

    /** @param before so many feeds of the same list were added before */
    private PollPlan firstPoll(int before) {
        return before < AT_ONCE
                ? atOnce()
                : new PollPlan(
                        clock.instant().plusMillis(chance.nextLong(interval.toMillis())),
                        interval,
                        "it was added with many others, whose first polls are spread");
    }

    private PollPlan atOnce() {
        return new PollPlan(clock.instant(), interval, "it was just added");
    }

    private Optional<String> refusal(String url) {
        if (url.length() > ItemMaker.LONGEST_URL) {
            return Optional.of("the address has more than %d characters".formatted(ItemMaker.LONGEST_URL));
        }
        if (url.chars().anyMatch(Character::isISOControl)) {
            return Optional.of("the address has characters that no address has");
        }
        return ReaderComments.isAddressOfSome(url) ? Optional.of(ReaderComments.REASON) : web.refusal(url);
    }
}
