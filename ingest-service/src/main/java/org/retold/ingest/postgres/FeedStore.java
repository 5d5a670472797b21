package org.retold.ingest.postgres;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.retold.contract.FeedStatus.State;
import org.retold.ingest.item.Digest;
import org.retold.ingest.poll.Feed;
import org.retold.ingest.poll.PollPlan;
import org.retold.ingest.poll.Sites;

/**
 * The feeds. An instance takes due feeds on lease and renews while it polls them, so that several instances share the
 * work, and the feeds of one that died are taken over.
 */
public final class FeedStore {

    private final Jdbi jdbi;
    private final String holder;
    private final Duration lease;
    private final Sites sites;

    /**
     * @param holder names this instance
     * @param lease how long a feed is ours without renewal
     * @param sites whose turns a feed has to wait for
     */
    public FeedStore(Jdbi jdbi, String holder, Duration lease, Sites sites) {
        this.jdbi = jdbi;
        this.holder = holder;
        this.lease = lease;
        this.sites = sites;
    }

    /**
     * Adds a feed; one that was gone gets another try. False when it is there already.
     *
     * @param plan for its first poll
     */
    public boolean add(String url, @Nullable String title, @Nullable String folder, PollPlan plan, Instant now) {
        return jdbi.withHandle(handle -> handle.createUpdate("""
                        insert into ingest.feeds
                            (id, url, site, title, folder, state, interval_ms, next_poll, next_poll_because, added)
                        values (:id, :url, :site, :title, :folder, 'new', :interval, :nextPoll, :because, :now)
                        on conflict (url) do update
                            set removed = false, state = 'new', folder = excluded.folder, failures = 0,
                                moved_to = null, site = excluded.site,
                                next_poll = excluded.next_poll, next_poll_because = excluded.next_poll_because
                            where feeds.removed or feeds.state = 'gone'
                        """)
                        .bind("id", idOf(url))
                        .bind("url", url)
                        .bind("site", sites.turnsOf(url).orElse(null))
                        .bind("title", title)
                        .bind("folder", folder)
                        .bind("interval", plan.interval().toMillis())
                        .bind("nextPoll", plan.nextPoll())
                        .bind("because", plan.because())
                        .bind("now", now)
                        .execute())
                > 0;
    }

    /** Does several things at once: all of them, or none when one fails; thousands cost one wait for the disk. */
    public <T> T together(Supplier<T> work) {
        return jdbi.inTransaction(handle -> work.get());
    }

    /** The id that a feed of this address has. */
    public static String idOf(String url) {
        return Digest.of("feed", url);
    }

    /** The feed that lives at this address since it moved there. */
    public Optional<String> movedTo(String address) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        select id from ingest.feeds
                        where moved_to = :address and not removed and state <> 'gone' order by id limit 1
                        """)
                .bind("address", storable(address))
                .mapTo(String.class)
                .findOne());
    }

    /** Whether another feed is read at an address to which this one moved; of two that moved there, the first by id is. */
    public boolean isReadByAnother(String id, String address) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        select exists (
                            select from ingest.feeds
                            where id <> :id and not removed and state <> 'gone'
                              and ((url = :address and moved_to is null) or (moved_to = :address and id < :id)))
                        """)
                .bind("id", id)
                .bind("address", storable(address))
                .mapTo(Boolean.class)
                .one());
    }

    public Optional<Feed> find(String id) {
        return jdbi.withHandle(handle -> handle.createQuery("select * from ingest.feeds where id = :id and not removed")
                .bind("id", id)
                .map(new FeedRow())
                .findOne());
    }

    /**
     * One page of the feeds by id.
     *
     * @param after last id of the page before; absent for the first
     * @param state only those; absent for all
     */
    public List<Feed> list(@Nullable String after, @Nullable State state, int limit) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        select * from ingest.feeds
                        where not removed
                          and id > :after
                          and (:state::text is null or state = :state)
                        order by id
                        limit :limit
                        """)
                .bind("after", after == null ? "" : after)
                .bind("state", state == null ? null : word(state))
                .bind("limit", limit)
                .map(new FeedRow())
                .list());
    }

    /** All of them, folder by folder. */
    public List<Feed> all() {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "select * from ingest.feeds where not removed order by folder nulls first, url")
                .map(new FeedRow())
                .list());
    }

    public Map<State, Long> countByState() {
        Map<State, Long> counts = new EnumMap<>(State.class);
        jdbi.useHandle(handle -> handle.createQuery(
                        "select state, count(*) as feeds from ingest.feeds where not removed group by state")
                .map((row, context) -> counts.put(
                        State.valueOf(row.getString("state").toUpperCase(Locale.ROOT)), row.getLong("feeds")))
                .list());
        return counts;
    }

    /** How many feeds should have been polled before a moment and are not. */
    public long countDueBefore(Instant moment) {
        return jdbi.withHandle(handle ->
                handle.createQuery("""
                        select count(*) from ingest.feeds
                        where not removed and next_poll < :moment and leased_by is null
                        """).bind("moment", moment).mapTo(Long.class).one());
    }

    /**
     * Takes feeds whose time has come, new ones first, then the most overdue. Feeds that others poll are skipped; and of
     * a site that gives turns one feed is taken, and only while the site may be asked, so that nobody who waits for a
     * busy site takes the place of those who need not wait.
     */
    public List<Feed> leaseDue(int limit, Instant now) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        with due as (
                            select id, site, next_poll, last_polled is not null as known,
                                   row_number() over (
                                       partition by coalesce(site, id)
                                       order by last_polled is not null, next_poll, id) as place
                            from ingest.feeds
                            where not removed
                              and next_poll <= :now
                              and (leased_until is null or leased_until <= :now))
                        update ingest.feeds set leased_by = :holder, leased_until = :until, told = false
                        where id in (
                            select feeds.id
                            from due join ingest.feeds using (id)
                            where due.place = 1
                              and not feeds.removed
                              and feeds.next_poll <= :now
                              and (feeds.leased_until is null or feeds.leased_until <= :now)
                              and not exists (
                                  select from ingest.site_turns as turns
                                  where turns.site = due.site
                                    and (turns.free_at > clock_timestamp() or turns.silent_until > clock_timestamp()))
                              and not exists (
                                  select from ingest.feeds as asked
                                  where asked.site = due.site and asked.leased_by is not null
                                    and asked.leased_until > :now)
                            order by due.known, due.next_poll
                            limit :limit
                            for update of feeds skip locked)
                        returning *
                        """)
                .bind("holder", holder)
                .bind("until", now.plus(lease))
                .bind("now", now)
                .bind("limit", limit)
                .map(new FeedRow())
                .list());
    }

    /**
     * Takes up that the clock was set back: a feed that was polled later than now is due as long after now as it was to be
     * after that poll, and nobody holds a feed for longer than from now on. A minute is no setting back, because clocks of
     * instances differ.
     *
     * @return how many feeds that was true of
     */
    public int takeUpSetBackClock(Instant now) {
        return jdbi.withHandle(handle -> handle.createUpdate("""
                        update ingest.feeds
                        set next_poll = next_poll - greatest(last_polled - :now::timestamptz, interval '0'),
                            last_polled = least(last_polled, :now::timestamptz),
                            leased_until = least(leased_until, :until::timestamptz)
                        where not removed
                          and (last_polled > :now::timestamptz + interval '1 minute' or leased_until > :until::timestamptz + interval '1 minute')
                        """)
                .bind("now", now)
                .bind("until", now.plus(lease))
                .execute());
    }

    /** Keeps feeds that are still being polled. */
    public void renew(Collection<String> ids, Instant now) {
        jdbi.useHandle(handle -> handle.createUpdate(
                        "update ingest.feeds set leased_until = :until where leased_by = :holder and id = any(:ids)")
                .bind("until", now.plus(lease))
                .bind("holder", holder)
                .bindArray("ids", String.class, List.copyOf(ids))
                .execute());
    }

    /** Writes what a poll learnt and gives the feed back; false when it was removed or taken over meanwhile. */
    public boolean finish(Feed feed) {
        return jdbi.withHandle(handle -> handle.createUpdate("""
                        update ingest.feeds
                        set moved_to = :movedTo, site = :site, title = :title, state = :state, etag = :etag,
                            last_modified = :lastModified, body_hash = :bodyHash, copy_since = :copySince,
                            last_polled = :lastPolled, last_outcome = :lastOutcome, failures = :failures,
                            interval_ms = :interval,
                            next_poll = case when told and :nextPoll::timestamptz is not null
                                then :lastPolled::timestamptz + interval '1 minute' else :nextPoll::timestamptz end,
                            next_poll_because = case when told then :hubSays else :because end,
                            quiet_times = :quiet, longest_silence_ms = :longestSilence, silences = :silences,
                            last_new_item = :lastNewItem, pages_again = :pagesAgain, items_seen = :itemsSeen,
                            leased_by = null, leased_until = null
                        where id = :id and leased_by = :holder and not removed
                        """)
                        .bind("movedTo", storable(feed.movedTo()))
                        .bind("site", sites.turnsOf(feed.address()).orElse(null))
                        .bind("title", storable(feed.title()))
                        .bind("state", word(feed.state()))
                        .bind("etag", storable(feed.copy().etag()))
                        .bind("lastModified", storable(feed.copy().lastModified()))
                        .bind("bodyHash", feed.copy().bodyHash())
                        .bind("copySince", feed.copy().since())
                        .bind("lastPolled", feed.lastPolled())
                        .bind("lastOutcome", storable(feed.lastOutcome()))
                        .bind("failures", feed.failures())
                        .bind("interval", feed.interval().toMillis())
                        .bind("nextPoll", feed.nextPoll())
                        .bind("because", storable(feed.nextPollBecause()))
                        .bind("hubSays", Feed.HUB_SAYS)
                        .bind("quiet", feed.quiet().words())
                        .bind("longestSilence", feed.habit().longest().toMillis())
                        .bind("silences", feed.habit().silences())
                        .bind("lastNewItem", feed.lastNewItem())
                        .bind("pagesAgain", feed.pagesAgain())
                        .bind("itemsSeen", feed.itemsSeen())
                        .bind("id", feed.id())
                        .bind("holder", holder)
                        .execute())
                > 0;
    }

    /** Its hub does not tell what it should: nothing is left to it until it is asked the next time. */
    public void forgetHub(String id) {
        jdbi.useHandle(handle -> handle.createUpdate("update ingest.feeds set told_until = null where id = :id")
                .bind("id", id)
                .execute());
    }

    /** Gives a feed back as if it had not been polled, to be polled a little later. */
    public void giveBack(Feed feed, Instant nextPoll, String because) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                        update ingest.feeds
                        set next_poll = :nextPoll, next_poll_because = :because, leased_by = null, leased_until = null
                        where id = :id and leased_by = :holder
                        """)
                .bind("nextPoll", nextPoll)
                .bind("because", because)
                .bind("id", feed.id())
                .bind("holder", holder)
                .execute());
    }

    /** Marks a feed as removed; it is forgotten once that was announced. False when there is none. */
    public boolean remove(String id) {
        return jdbi.withHandle(handle -> handle.createUpdate(
                                "update ingest.feeds set removed = true where id = :id and not removed")
                        .bind("id", id)
                        .execute())
                > 0;
    }

    /** Removed feeds that nobody polls any more. */
    public List<String> removed(Instant now) {
        return jdbi.withHandle(handle ->
                handle.createQuery("""
                        select id from ingest.feeds
                        where removed and (leased_until is null or leased_until <= :now)
                        limit 100
                        """).bind("now", now).mapTo(String.class).list());
    }

    /** Forgets a removed feed and all that was seen of it. */
    public void forget(String id) {
        jdbi.useHandle(handle -> handle.createUpdate("delete from ingest.feeds where id = :id and removed")
                .bind("id", id)
                .execute());
    }

    /** PostgreSQL takes every character but one. */
    private static @Nullable String storable(@Nullable String text) {
        return text == null ? null : text.replace("\0", "");
    }

    private static String word(State state) {
        return state.name().toLowerCase(Locale.ROOT);
    }
}
