package org.retold.ingest.postgres;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.retold.contract.Removal;
import org.retold.contract.Takedown;

/** What operators had taken down: the row comes first, Kafka is told until it acknowledges. */
public final class TakedownStore {

    private final Jdbi jdbi;

    public TakedownStore(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** Keeps a takedown; where the article is taken down already, that one stays. */
    public TakedownRow say(Takedown takedown, String articleKey) {
        return jdbi.inTransaction(handle -> {
            handle.createUpdate("""
                            insert into ingest.takedowns (id, url, article_key, said_by, reason, said_at)
                            values (:id, :url, :key, :by, :reason, :at)
                            on conflict (article_key) where not lifted do nothing
                            """)
                    .bind("id", takedown.id())
                    .bind("url", takedown.url())
                    .bind("key", articleKey)
                    .bind("by", takedown.by())
                    .bind("reason", takedown.reason())
                    .bind("at", takedown.at())
                    .execute();
            handle.execute("delete from ingest.page_looks where article_key = ?", articleKey);
            return handle.createQuery("select * from ingest.takedowns where article_key = :key and not lifted")
                    .bind("key", articleKey)
                    .map((row, context) -> row(row))
                    .one();
        });
    }

    public Optional<TakedownRow> find(String id) {
        return jdbi.withHandle(
                handle -> handle.createQuery("select * from ingest.takedowns where id = :id and not lifted")
                        .bind("id", id)
                        .map((row, context) -> row(row))
                        .findOne());
    }

    /** All in force, the newest first. */
    public List<TakedownRow> all() {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "select * from ingest.takedowns where not lifted order by said_at desc, id")
                .map((row, context) -> row(row))
                .list());
    }

    /** The keys of the articles that are barred. */
    public Set<String> articleKeys() {
        return jdbi.withHandle(handle -> handle.createQuery("select article_key from ingest.takedowns where not lifted")
                .mapTo(String.class)
                .collect(Collectors.toUnmodifiableSet()));
    }

    /** False when there is none in force. */
    public boolean lift(String id) {
        return jdbi.withHandle(handle -> handle.createUpdate(
                                "update ingest.takedowns set lifted = true, announced = false where id = :id and not lifted")
                        .bind("id", id)
                        .execute())
                > 0;
    }

    /** Notes how far a takedown has come. */
    public void told(Removal removal) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                        update ingest.takedowns set state = :state, article_ids = :ids, state_at = :at where id = :id
                        """)
                .bind("state", removal.state().name().toLowerCase(Locale.ROOT))
                .bindArray("ids", String.class, removal.articleIds())
                .bind("at", removal.at())
                .bind("id", removal.takedownId())
                .execute());
    }

    /** Tells Kafka something, and returns when it was acknowledged. */
    public interface Announcement {
        void said(Takedown takedown) throws InterruptedException;

        void lifted(String id) throws InterruptedException;
    }

    /** Announces what Kafka does not have yet; a row is held meanwhile, so that what is lifted is said last. */
    public void announce(Announcement announcement) throws InterruptedException {
        jdbi.useTransaction(handle -> {
            List<Unannounced> rows = handle.createQuery("""
                            select * from ingest.takedowns where not announced
                            order by said_at limit 100 for update skip locked
                            """)
                    .map((row, context) -> new Unannounced(row(row).takedown(), row.getBoolean("lifted")))
                    .list();
            for (Unannounced row : rows) {
                if (row.lifted()) {
                    announcement.lifted(row.takedown().id());
                    handle.execute(
                            "delete from ingest.takedowns where id = ?",
                            row.takedown().id());
                } else {
                    announcement.said(row.takedown());
                    handle.execute(
                            "update ingest.takedowns set announced = true where id = ?",
                            row.takedown().id());
                }
            }
        });
    }

    private record Unannounced(Takedown takedown, boolean lifted) {}

    private static TakedownRow row(ResultSet row) throws SQLException {
        String state = row.getString("state");
        return new TakedownRow(
                new Takedown(
                        row.getString("id"),
                        row.getString("url"),
                        row.getString("said_by"),
                        row.getObject("said_at", OffsetDateTime.class).toInstant(),
                        row.getString("reason")),
                state == null ? null : Removal.State.valueOf(state.toUpperCase(Locale.ROOT)),
                List.of((String[]) row.getArray("article_ids").getArray()),
                instant(row.getObject("state_at", OffsetDateTime.class)));
    }

    private static @Nullable Instant instant(@Nullable OffsetDateTime time) {
        return time == null ? null : time.toInstant();
    }
}
