package org.retold.api.postgres;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.retold.api.story.PlacedEvent;
import org.retold.api.webhook.DeliveryId;
import org.retold.api.webhook.Webhook;
import org.retold.api.webhook.WebhookFilter;
import org.retold.contract.StoryEvent;

/**
 * Prepares what webhooks are to be told. A webhook's place moves in the transaction that prepares the deliveries up to
 * there; the events come into their table in the transaction that changes the stories. So nothing is lost by whatever
 * crash, and nothing is prepared of what was rolled back.
 */
public final class Outbox {

    private static final int AT_ONCE = 200;

    /** So many deliveries of one webhook are prepared; further events wait where they are. */
    private static final int MOST_WAITING = 1_000;

    private final Jdbi jdbi;
    private final InstantSource clock;
    private volatile long waiting;
    private volatile long failing;
    private volatile Map<Webhook.State, Long> states = Map.of();

    public Outbox(Jdbi jdbi, InstantSource clock) {
        this.jdbi = jdbi;
        this.clock = clock;
    }

    /**
     * Prepares for every active webhook that has room and that no other instance prepares for just now.
     *
     * @return whether there may be more to prepare at once
     */
    public boolean prepare() {
        boolean more = false;
        Optional<Prepared> last = Optional.of(new Prepared("", false));
        while (last.isPresent()) {
            String after = last.get().webhookId();
            last = jdbi.inTransaction(handle -> prepareNext(handle, after));
            more |= last.isPresent() && last.get().more();
        }
        return more;
    }

    private record Prepared(String webhookId, boolean more) {}

    /** @return the webhook that was looked at; absent when there is none after that one */
    private Optional<Prepared> prepareNext(Handle handle, String after) {
        return handle.createQuery("""
                        select id, position, newer_than, kinds, filter from webhook
                        where id > :after and state = 'active' and position < (select max(position) from story_event)
                        order by id limit 1 for update skip locked
                        """)
                .bind("after", after)
                .map((row, context) -> new Reader(
                        row.getString("id"),
                        row.getLong("position"),
                        Columns.requiredInstant(row, "newer_than"),
                        Set.copyOf(WebhookRows.kinds(row)),
                        WebhookRows.filter(row)))
                .findOne()
                .map(webhook -> new Prepared(webhook.id(), prepare(handle, webhook)));
    }

    /** @param newerThan what is not is not told */
    private record Reader(
            String id, long position, Instant newerThan, Set<StoryEvent.Kind> kinds, WebhookFilter filter) {

        boolean wants(StoryEvent event) {
            return kinds.contains(event.kind()) && event.at().isAfter(newerThan);
        }
    }

    private boolean prepare(Handle handle, Reader webhook) {
        int room = MOST_WAITING - waiting(handle, webhook.id());
        if (room <= 0) {
            return false;
        }
        List<PlacedEvent> events =
                EventQueries.after(handle, webhook.position(), Math.min(room, AT_ONCE), clock.instant());
        if (events.isEmpty()) {
            return false;
        }
        List<StoryEvent> wanted =
                events.stream().map(PlacedEvent::event).filter(webhook::wants).toList();
        List<StoryEvent> meant = meant(handle, webhook, wanted);
        put(handle, webhook.id(), meant);
        forget(handle, webhook.id(), meant);
        handle.execute(
                "update webhook set position = ? where id = ?", events.getLast().position(), webhook.id());
        return events.size() == AT_ONCE;
    }

    private static int waiting(Handle handle, String webhookId) {
        return handle.createQuery("select count(*) from webhook_delivery where webhook_id = :id and state = 'pending'")
                .bind("id", webhookId)
                .mapTo(Integer.class)
                .one();
    }

    /** Those of stories that are as the filter says, or that were when the webhook was told of them. */
    private static List<StoryEvent> meant(Handle handle, Reader webhook, List<StoryEvent> wanted) {
        if (webhook.filter().equals(WebhookFilter.ALL) || wanted.isEmpty()) {
            return wanted;
        }
        List<String> ids = wanted.stream().map(StoryEvent::storyId).distinct().toList();
        BoundSql sql = StoryListSql.among(handle, webhook.filter().stories());
        List<String> matching = handle.createQuery(sql.text())
                .bindMap(sql.values())
                .bindArray("ids", String.class, ids)
                .mapTo(String.class)
                .list();
        handle.createUpdate("""
                        insert into webhook_story (webhook_id, story_id) select :webhook, unnest(:ids)
                        on conflict do nothing
                        """)
                .bind("webhook", webhook.id())
                .bindArray("ids", String.class, matching)
                .execute();
        Set<String> followed = new HashSet<>(handle.createQuery(
                        "select story_id from webhook_story where webhook_id = :webhook and story_id = any(:ids)")
                .bind("webhook", webhook.id())
                .bindArray("ids", String.class, ids)
                .mapTo(String.class)
                .list());
        return wanted.stream()
                .filter(event -> followed.contains(event.storyId()))
                .toList();
    }

    /** Of a story that expired nothing more is heard. */
    private static void forget(Handle handle, String webhookId, List<StoryEvent> events) {
        List<String> expired = events.stream()
                .filter(event -> event.kind() == StoryEvent.Kind.EXPIRED)
                .map(StoryEvent::storyId)
                .toList();
        if (!expired.isEmpty()) {
            handle.createUpdate("delete from webhook_story where webhook_id = :webhook and story_id = any(:ids)")
                    .bind("webhook", webhookId)
                    .bindArray("ids", String.class, expired)
                    .execute();
        }
    }

    private void put(Handle handle, String webhookId, List<StoryEvent> events) {
        if (events.isEmpty()) {
            return;
        }
        PreparedBatch batch = handle.prepareBatch("""
                insert into webhook_delivery (id, webhook_id, type, story_id, event, state, created, next_try)
                values (:id, :webhook, :type, :story, cast(:event as json), 'pending', :now, :now)
                on conflict (id) do nothing
                """);
        events.forEach(event -> batch.bind("id", DeliveryId.of(webhookId, event))
                .bind("webhook", webhookId)
                .bind("type", "story." + WebhookRows.word(event.kind()))
                .bind("story", event.storyId())
                .bind("event", Columns.json(event))
                .bind("now", Columns.time(clock.instant()))
                .add());
        batch.execute();
    }

    /**
     * Prepares a ping, which is sent by hand only.
     *
     * @return its id; absent when there is no such webhook
     */
    public Optional<String> ping(String webhookId) {
        String id = "msg_" + UUID.randomUUID().toString().replace("-", "");
        int added = jdbi.withHandle(handle -> handle.createUpdate("""
                        insert into webhook_delivery (id, webhook_id, type, state, created)
                        select :id, w.id, 'webhook.ping', 'failed', :now from webhook w where w.id = :webhook
                        """)
                .bind("id", id)
                .bind("webhook", webhookId)
                .bind("now", Columns.time(clock.instant()))
                .execute());
        return added == 0 ? Optional.empty() : Optional.of(id);
    }

    /**
     * Removes what is too old or too much of what was told, and secrets that sign no more.
     *
     * @param keep deliveries that are not pending go after so long
     * @param most of them stay for one webhook
     */
    public int tidy(Duration keep, int most) {
        return jdbi.inTransaction(handle -> {
            handle.createUpdate("""
                            update webhook set former_secret = null, former_secret_until = null
                            where former_secret_until < :now
                            """).bind("now", Columns.time(clock.instant())).execute();
            return handle.createUpdate("""
                            delete from webhook_delivery d using webhook w
                            where d.webhook_id = w.id and d.state <> 'pending' and (d.created < :before or d.seq <= (
                                select o.seq from webhook_delivery o where o.webhook_id = w.id
                                order by o.seq desc offset :most limit 1))
                            """)
                    .bind("before", Columns.time(clock.instant().minus(keep)))
                    .bind("most", most)
                    .execute();
        });
    }

    /** Counts what waits and who fails. */
    public void count() {
        jdbi.useHandle(handle -> {
            waiting = one(handle, "select count(*) from webhook_delivery where state = 'pending'");
            failing = one(handle, "select count(*) from webhook where state = 'active' and failures > 0");
            states = handle.createQuery("select state, count(*) as webhooks from webhook group by state")
                    .map((row, context) -> Map.entry(WebhookRows.state(row), row.getLong("webhooks")))
                    .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));
        });
    }

    /** Webhooks in this state, when they were counted last. */
    public long count(Webhook.State state) {
        return states.getOrDefault(state, 0L);
    }

    /** Deliveries that are not taken yet, when they were counted last. */
    public long waiting() {
        return waiting;
    }

    /** Active webhooks that did not take the last thing they were told, when they were counted last. */
    public long failing() {
        return failing;
    }

    private static long one(Handle handle, String sql) {
        return handle.createQuery(sql).mapTo(Long.class).one();
    }

    /** Where the events come anew from another topic, a webhook begins with them, and is told nothing twice. */
    static void startOver(Handle handle) {
        handle.execute("""
                update webhook w set position = -1, newer_than = greatest(newer_than, coalesce(
                    (select max(e.at) from story_event e where e.position <= w.position), newer_than))
                """);
    }

    static void withhold(Handle handle, List<String> articleIds) {
        // Whoever is just writing down what was said either is done before, or sees that the article is gone.
        handle.execute("lock table webhook_attempt in share row exclusive mode");
        handle.createUpdate("""
                        update webhook_attempt set request_body = null, answer_beginning = null, answer_headers = '{}',
                            withheld = true
                        where titled_by && :ids
                        """).bindArray("ids", String.class, articleIds).execute();
    }
}
