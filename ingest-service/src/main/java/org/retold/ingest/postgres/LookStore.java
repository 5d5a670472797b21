package org.retold.ingest.postgres;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jdbi.v3.core.Jdbi;
import org.retold.contract.Item;
import org.retold.contract.Json;
import org.retold.ingest.poll.Look;
import org.retold.ingest.poll.PageCopy;
import org.retold.ingest.poll.Validators;

/** Which pages are looked at again, and when. */
public final class LookStore {

    private final Jdbi jdbi;

    public LookStore(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** Plans the first look at a page that was just sent; one that is planned already sees this copy, at its time. */
    public void plan(Look look, Instant due) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                        insert into ingest.page_looks
                            (feed_id, identity, article_key, item, substance, etag, last_modified, sent, looks, due)
                        select :feed, :identity, :key, :item, :substance, :etag, :lastModified, :sent, :looks, :due
                        where exists (select from ingest.feeds where id = :feed)
                        on conflict (feed_id, identity) do update
                            set item = excluded.item, substance = excluded.substance, etag = excluded.etag,
                                last_modified = excluded.last_modified
                        """)
                .bind("feed", look.feedId())
                .bind("identity", look.identity())
                .bind("key", look.item().key())
                .bind("item", new String(Json.write(look.item()), UTF_8))
                .bind("substance", look.copy().substance())
                .bind("etag", look.copy().validators().etag())
                .bind("lastModified", look.copy().validators().lastModified())
                .bind("sent", look.sent())
                .bind("looks", look.looks())
                .bind("due", due)
                .execute());
    }

    /**
     * Takes looks that are due.
     *
     * @param until then somebody else takes one of which nothing more is heard
     */
    public List<Look> lease(int most, Instant now, Instant until) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        update ingest.page_looks set due = :until
                        where (feed_id, identity) in (
                            select feed_id, identity from ingest.page_looks
                            where due <= :now order by due limit :most for update skip locked)
                        returning *
                        """)
                .bind("until", until)
                .bind("now", now)
                .bind("most", most)
                .map((row, context) -> look(row))
                .list());
    }

    /** The same look later. */
    public void putOff(Look look, Instant due) {
        next(look, due, look.looks());
    }

    /** The next look, after this one. */
    public void next(Look look, Instant due) {
        next(look, due, look.looks() + 1);
    }

    private void next(Look look, Instant due, int looks) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                        update ingest.page_looks
                        set due = :due, looks = :looks, substance = :substance, etag = :etag,
                            last_modified = :lastModified
                        where feed_id = :feed and identity = :identity
                        """)
                .bind("feed", look.feedId())
                .bind("identity", look.identity())
                .bind("substance", look.copy().substance())
                .bind("etag", look.copy().validators().etag())
                .bind("lastModified", look.copy().validators().lastModified())
                .bind("looks", looks)
                .bind("due", due)
                .execute());
    }

    /** There was the last look. */
    public void end(Look look) {
        jdbi.useHandle(handle -> handle.createUpdate(
                        "delete from ingest.page_looks where feed_id = :feed and identity = :identity")
                .bind("feed", look.feedId())
                .bind("identity", look.identity())
                .execute());
    }

    private static Look look(ResultSet row) throws SQLException {
        Item item = Json.read(Item.class, row.getString("item").getBytes(UTF_8));
        return new Look(
                row.getString("feed_id"),
                row.getString("identity"),
                Objects.requireNonNull(item),
                new PageCopy(
                        row.getString("substance"),
                        new Validators(row.getString("etag"), row.getString("last_modified"))),
                Objects.requireNonNull(FeedRow.instant(row, "sent")),
                row.getInt("looks"));
    }
}
