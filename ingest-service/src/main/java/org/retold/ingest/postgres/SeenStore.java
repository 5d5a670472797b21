package org.retold.ingest.postgres;

import static java.util.stream.Collectors.toMap;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.retold.contract.FirstAddress;
import org.retold.ingest.poll.SeenEntry;
import org.retold.ingest.poll.Trail;

/** What was sent of each feed. */
public final class SeenStore {

    private final Jdbi jdbi;

    public SeenStore(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** What we remember of these entries, by identity. */
    public Map<String, SeenEntry> known(String feedId, Collection<String> identities) {
        return jdbi.withHandle(handle -> handle
                .createQuery("""
                        select identity, fingerprint, link, date, text_print, first_url, first_page_url, first_claims,
                            page_tries, page_again
                        from ingest.seen_entries
                        where feed_id = :feed and identity = any(:identities)
                        """)
                .bind("feed", feedId)
                .bindArray("identities", String.class, List.copyOf(identities))
                .map((row, context) -> seen(row))
                .stream()
                .collect(toMap(SeenEntry::identity, Function.identity())));
    }

    /** What we remember of entries of these dates that are not in the feed any more, the first that came first. */
    public List<SeenEntry> thatLeft(String feedId, Collection<String> stillInFeed, Collection<String> dates) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        select identity, fingerprint, link, date, text_print, first_url, first_page_url, first_claims,
                            page_tries, page_again
                        from ingest.seen_entries
                        where feed_id = :feed and date = any(:dates) and not identity = any(:identities)
                        order by first_seen, link, identity
                        """)
                .bind("feed", feedId)
                .bindArray("dates", String.class, List.copyOf(dates))
                .bindArray("identities", String.class, List.copyOf(stillInFeed))
                .map((row, context) -> seen(row))
                .list());
    }

    /** Remembers entries once they are acknowledged. */
    public void remember(String feedId, List<SeenEntry> entries, Instant now) {
        jdbi.useHandle(handle -> {
            PreparedBatch batch = handle.prepareBatch("""
                    insert into ingest.seen_entries
                        (feed_id, identity, fingerprint, first_seen, last_seen, link, date, text_print,
                            first_url, first_page_url, first_claims, page_tries, page_again)
                    select :feed, :identity, :fingerprint, :now, :now, :link, :date, :textPrint,
                        :firstUrl, :firstPageUrl, :firstClaims, :pageTries, :pageAgain
                    where exists (select from ingest.feeds where id = :feed)
                    on conflict (feed_id, identity) do update
                        set fingerprint = excluded.fingerprint, last_seen = excluded.last_seen,
                            link = excluded.link, date = excluded.date, text_print = excluded.text_print,
                            first_url = excluded.first_url, first_page_url = excluded.first_page_url,
                            first_claims = excluded.first_claims, page_tries = excluded.page_tries, page_again = excluded.page_again
                    """);
            for (SeenEntry entry : entries) {
                Trail trail = entry.trail();
                FirstAddress first = trail == null ? null : trail.first();
                batch.bind("feed", feedId)
                        .bind("identity", entry.identity())
                        .bind("fingerprint", entry.fingerprint())
                        .bind("now", now)
                        .bind("link", trail == null ? null : trail.link())
                        .bind("date", trail == null ? null : trail.date())
                        .bind("textPrint", trail == null ? null : trail.textPrint())
                        .bind("firstUrl", first == null ? null : first.url())
                        .bind("firstPageUrl", first == null ? null : first.pageUrl())
                        .bindArray("firstClaims", String.class, first == null ? List.of() : first.claims())
                        .bind("pageTries", entry.pageTries())
                        .bind("pageAgain", entry.pageAgain())
                        .add();
            }
            batch.execute();
        });
    }

    /** Notes which entries are still in their feed, about once a day. */
    public void stillThere(String feedId, Collection<String> identities, Instant now) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                        update ingest.seen_entries set last_seen = :now
                        where feed_id = :feed and identity = any(:identities) and last_seen < :aDayAgo
                        """)
                .bind("feed", feedId)
                .bind("now", now)
                .bind("aDayAgo", now.minus(Duration.ofDays(1)))
                .bindArray("identities", String.class, List.copyOf(identities))
                .execute());
    }

    /** When the first page of this feed is tried again; pages of entries that left the feed are given up. */
    public Optional<Instant> pagesAgain(String feedId) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "select min(page_again) as first from ingest.seen_entries where feed_id = :feed")
                .bind("feed", feedId)
                .map((row, context) -> Optional.ofNullable(FeedRow.instant(row, "first")))
                .one());
    }

    /** Gives up the pages of entries that are not in the feed any more. */
    public void giveUpPages(String feedId, Collection<String> stillInFeed) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                        update ingest.seen_entries set page_again = null
                        where feed_id = :feed and page_again is not null and not identity = any(:identities)
                        """)
                .bind("feed", feedId)
                .bindArray("identities", String.class, List.copyOf(stillInFeed))
                .execute());
    }

    /** Forgets entries that left their feeds long ago; returns how many. */
    public int forgetUnseenSince(Instant longAgo) {
        return jdbi.withHandle(
                handle -> handle.createUpdate("delete from ingest.seen_entries where last_seen < :longAgo")
                        .bind("longAgo", longAgo)
                        .execute());
    }

    private static SeenEntry seen(ResultSet row) throws SQLException {
        return new SeenEntry(
                row.getString("identity"),
                row.getString("fingerprint"),
                row.getString("first_url") == null ? null : trail(row),
                row.getInt("page_tries"),
                FeedRow.instant(row, "page_again"));
    }

    private static Trail trail(ResultSet row) throws SQLException {
        return new Trail(
                row.getString("link"),
                row.getString("date"),
                row.getString("text_print"),
                new FirstAddress(row.getString("first_url"), row.getString("first_page_url"), List.of((String[])
                        row.getArray("first_claims").getArray())));
    }
}
