package org.retold.api.postgres;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.retold.api.webhook.Secret;
import org.retold.api.webhook.Webhook;
import org.retold.api.webhook.WebhookFilter;
import org.retold.contract.StoryEvent;

/** Who wants to be told what happens to stories. */
public final class WebhookTable {

    /** So long after another one was made, the secret before signs too. */
    public static final Duration FORMER_SECRET = Duration.ofHours(24);

    private static final String SELECT = "select w.*, " + WebhookRows.WAITING + " from webhook w ";

    private final Jdbi jdbi;
    private final InstantSource clock;
    private final int most;

    /** @param most at once */
    public WebhookTable(Jdbi jdbi, InstantSource clock, int most) {
        this.jdbi = jdbi;
        this.clock = clock;
        this.most = most;
    }

    /**
     * What makes or changes one; what is absent is not changed.
     *
     * @param state not {@link Webhook.State#DISABLED}: that is for us to say
     */
    public record Wish(
            @Nullable String url,
            @Nullable String description,
            Webhook.@Nullable State state,
            @Nullable List<StoryEvent.Kind> kinds,
            @Nullable WebhookFilter filter) {}

    public List<Webhook> all() {
        return jdbi.withHandle(handle -> handle.createQuery(SELECT + "order by w.created, w.id")
                .map((row, context) -> WebhookRows.webhook(row))
                .list());
    }

    public Optional<Webhook> find(String id) {
        return jdbi.withHandle(handle -> find(handle, id));
    }

    /**
     * Makes one that is told what happens from now on.
     *
     * @param made with address, kinds and filter
     * @return absent when there are too many already
     */
    public Optional<Webhook> add(String id, Wish made, Secret secret) {
        return jdbi.inTransaction(handle -> {
            int added = handle.createUpdate("""
                            insert into webhook
                                (id, url, description, state, kinds, filter, secret, created, position, newer_than)
                            select :id, :url, :description, 'active', :kinds, cast(:filter as json), :secret, :now,
                                coalesce((select max(position) from story_event), -1), :now
                            where (select count(*) from webhook) < :most
                            """)
                    .bind("id", id)
                    .bind("url", made.url())
                    .bind("description", made.description())
                    .bindArray("kinds", String.class, words(made.kinds()))
                    .bind("filter", Columns.json(made.filter()))
                    .bind("secret", secret.word())
                    .bind("now", Columns.time(clock.instant()))
                    .bind("most", most)
                    .execute();
            return added == 0 ? Optional.empty() : find(handle, id);
        });
    }

    /**
     * One that is said to be active is asked at once, also where it rests, and is told what it missed. So is another
     * address: what the one before did not take is not held against it.
     */
    public Optional<Webhook> change(String id, Wish change) {
        return jdbi.inTransaction(handle -> {
            boolean moves = change.url() != null && moves(handle, id, change.url());
            handle.createUpdate("""
                            update webhook set
                                url = coalesce(:url, url),
                                description = coalesce(:description, description),
                                kinds = coalesce(:kinds, kinds),
                                filter = coalesce(cast(:filter as json), filter)
                            where id = :id
                            """)
                    .bind("id", id)
                    .bind("url", change.url())
                    .bind("description", change.description())
                    .bindArray("kinds", String.class, change.kinds() == null ? null : words(change.kinds()))
                    .bind("filter", change.filter() == null ? null : Columns.json(change.filter()))
                    .execute();
            if (change.state() != null) {
                set(handle, id, change.state());
            }
            if (moves || change.state() == Webhook.State.ACTIVE) {
                beginAnew(handle, id);
            }
            return find(handle, id);
        });
    }

    /** Makes another secret; the one before signs too for a while. */
    public Optional<Webhook> rotate(String id, Secret secret) {
        return jdbi.inTransaction(handle -> {
            handle.createUpdate("""
                            update webhook set former_secret = secret, former_secret_until = :until, secret = :secret
                            where id = :id
                            """)
                    .bind("id", id)
                    .bind("until", Columns.time(clock.instant().plus(FORMER_SECRET)))
                    .bind("secret", secret.word())
                    .execute();
            return find(handle, id);
        });
    }

    /** @return whether there was one */
    public boolean remove(String id) {
        return jdbi.withHandle(handle -> handle.execute("delete from webhook where id = ?", id)) > 0;
    }

    private static boolean moves(Handle handle, String id, String url) {
        return handle.createQuery("select url <> :url from webhook where id = :id for update")
                .bind("url", url)
                .bind("id", id)
                .mapTo(Boolean.class)
                .findOne()
                .orElse(false);
    }

    private static void set(Handle handle, String id, Webhook.State state) {
        handle.createUpdate("""
                        update webhook set state = :state, because = null, failures = 0, failing_since = null,
                            rests_until = null
                        where id = :id and state <> :state
                        """)
                .bind("id", id)
                .bind("state", WebhookRows.word(state))
                .execute();
    }

    private void beginAnew(Handle handle, String id) {
        handle.execute("update webhook set failures = 0, failing_since = null, rests_until = null where id = ?", id);
        handle.createUpdate("update webhook_delivery set next_try = :now where webhook_id = :id and state = 'pending'")
                .bind("id", id)
                .bind("now", Columns.time(clock.instant()))
                .execute();
    }

    private static Optional<Webhook> find(Handle handle, String id) {
        return handle.createQuery(SELECT + "where w.id = :id")
                .bind("id", id)
                .map((row, context) -> WebhookRows.webhook(row))
                .findOne();
    }

    private static List<String> words(@Nullable List<StoryEvent.Kind> kinds) {
        return kinds == null ? List.of() : kinds.stream().map(WebhookRows::word).toList();
    }
}
