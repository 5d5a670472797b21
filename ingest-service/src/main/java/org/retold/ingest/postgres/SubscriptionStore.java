package org.retold.ingest.postgres;

import java.security.SecureRandom;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.retold.ingest.feed.Hub;
import org.retold.ingest.poll.Feed;
import org.retold.ingest.websub.Subscription;
import org.retold.ingest.websub.Subscriptions;

/** What was asked of hubs, and what they tell, in the database. */
public final class SubscriptionStore implements Subscriptions {

    /** A hub that was asked has so long to ask back. */
    private static final Duration TO_ASK_BACK = Duration.ofDays(1);

    private static final Duration AFTER_A_DENIAL = Duration.ofDays(7);
    private static final Duration FIRST_RETRY = Duration.ofHours(1);
    private static final int DOUBLINGS = 5;

    private static final SecureRandom RANDOM = new SecureRandom();

    private final Jdbi jdbi;

    public SubscriptionStore(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    @Override
    public void offered(String feedId, @Nullable Hub hub, Instant now) {
        if (hub == null) {
            jdbi.useHandle(
                    handle -> handle.createUpdate("""
                            with ended as (delete from ingest.subscriptions where feed_id = :feed returning feed_id)
                            update ingest.feeds set told_until = null where id in (select feed_id from ended)
                            """).bind("feed", feedId).execute());
            return;
        }
        jdbi.useHandle(handle -> handle.createUpdate("""
                        insert into ingest.subscriptions as known (id, feed_id, hub, topic, secret, state, next_ask)
                        select :id, :feed, :hub, :topic, :secret, 'wanted', :now
                        where exists (select from ingest.feeds where id = :feed)
                        on conflict (feed_id) do update
                            set id = excluded.id, hub = excluded.hub, topic = excluded.topic,
                                secret = excluded.secret, state = 'wanted', tries = 0, next_ask = excluded.next_ask
                            where known.hub <> excluded.hub or known.topic <> excluded.topic
                        """)
                .bind("id", unguessable(20))
                .bind("feed", feedId)
                .bind("hub", hub.url())
                .bind("topic", hub.topic())
                .bind("secret", unguessable(32))
                .bind("now", now)
                .execute());
    }

    @Override
    public Optional<Subscription> find(String id) {
        return jdbi.withHandle(handle -> handle.createQuery("select * from ingest.subscriptions where id = :id")
                .bind("id", id)
                .map((row, context) -> subscription(row))
                .findOne());
    }

    @Override
    public List<Subscription> due(int limit, Instant now) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        update ingest.subscriptions set next_ask = :later
                        where id in (
                            select id from ingest.subscriptions where next_ask <= :now
                            order by next_ask limit :limit for update skip locked)
                        returning *
                        """)
                .bind("later", now.plus(Duration.ofMinutes(5)))
                .bind("now", now)
                .bind("limit", limit)
                .map((row, context) -> subscription(row))
                .list());
    }

    @Override
    public void asked(Subscription subscription, Instant now) {
        next(subscription, state(subscription), subscription.tries(), now.plus(TO_ASK_BACK));
    }

    @Override
    public void failed(Subscription subscription, Instant now) {
        Duration wait = FIRST_RETRY.multipliedBy(1L << Math.min(subscription.tries(), DOUBLINGS));
        next(subscription, state(subscription), subscription.tries() + 1, now.plus(wait));
    }

    @Override
    public void putOff(Subscription subscription, Instant until) {
        next(subscription, state(subscription), subscription.tries(), until);
    }

    @Override
    public void denied(Subscription subscription, Instant now) {
        next(subscription, Subscription.State.DENIED, subscription.tries(), now.plus(AFTER_A_DENIAL));
        told(subscription.feedId(), null);
    }

    @Override
    public void confirmed(Subscription subscription, Duration lease, Instant now) {
        next(
                subscription,
                Subscription.State.ACTIVE,
                0,
                now.plus(lease.multipliedBy(4).dividedBy(5)));
        told(subscription.feedId(), now.plus(lease));
        pollNow(subscription.feedId(), now);
    }

    @Override
    public void changed(Subscription subscription, Instant now) {
        pollNow(subscription.feedId(), now);
    }

    /** A denied one that is asked for again is wanted again. */
    private static Subscription.State state(Subscription subscription) {
        return switch (subscription.state()) {
            case ACTIVE -> Subscription.State.ACTIVE;
            case WANTED, DENIED -> Subscription.State.WANTED;
        };
    }

    private void next(Subscription subscription, Subscription.State state, int tries, Instant nextAsk) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                        update ingest.subscriptions set state = :state, tries = :tries, next_ask = :nextAsk where id = :id
                        """)
                .bind("state", state.name().toLowerCase(Locale.ROOT))
                .bind("tries", tries)
                .bind("nextAsk", nextAsk)
                .bind("id", subscription.id())
                .execute());
    }

    private void told(String feedId, @Nullable Instant until) {
        jdbi.useHandle(handle -> handle.createUpdate("update ingest.feeds set told_until = :until where id = :feed")
                .bind("until", until)
                .bind("feed", feedId)
                .execute());
    }

    /**
     * One that is just being polled is polled once more, as nobody knows which of the two was first; and none more than once
     * a minute, however much its hub has to tell.
     */
    private void pollNow(String feedId, Instant now) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                        update ingest.feeds
                        set told = true,
                            next_poll = case when leased_by is null
                                then greatest(:now, last_polled + interval '1 minute') else next_poll end,
                            next_poll_because = case when leased_by is null then :because else next_poll_because end
                        where id = :feed and not removed and next_poll is not null
                        """)
                .bind("now", now)
                .bind("because", Feed.HUB_SAYS)
                .bind("feed", feedId)
                .execute());
    }

    private static Subscription subscription(ResultSet row) throws SQLException {
        return new Subscription(
                row.getString("id"),
                row.getString("feed_id"),
                new Hub(row.getString("hub"), row.getString("topic")),
                row.getString("secret"),
                Subscription.State.valueOf(row.getString("state").toUpperCase(Locale.ROOT)),
                row.getInt("tries"));
    }

    private static String unguessable(int bytes) {
        byte[] random = new byte[bytes];
        RANDOM.nextBytes(random);
        return HexFormat.of().formatHex(random);
    }
}
