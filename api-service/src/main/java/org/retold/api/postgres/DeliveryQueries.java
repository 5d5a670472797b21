package org.retold.api.postgres;

import com.fasterxml.jackson.core.type.TypeReference;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.retold.api.webhook.Attempt;
import org.retold.api.webhook.Delivery;
import org.retold.api.webhook.DeliveryLog;
import org.retold.contract.StoryEvent;

/** What a webhook was told, and how that went. */
public final class DeliveryQueries {

    private final Jdbi jdbi;

    public DeliveryQueries(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /**
     * What was prepared last comes first.
     *
     * @param before where the page before ended; absent for the first
     * @param state only those; absent for all
     */
    public DeliveryLog list(String webhookId, Delivery.@Nullable State state, int limit, @Nullable Long before) {
        return jdbi.withHandle(handle -> {
            List<Listed> found = handle.createQuery("""
                            select * from webhook_delivery
                            where webhook_id = :webhook and seq < :before and (cast(:state as text) is null or state = :state)
                            order by seq desc limit :limit
                            """)
                    .bind("webhook", webhookId)
                    .bind("before", before == null ? Long.MAX_VALUE : before)
                    .bind("state", state == null ? null : WebhookRows.word(state))
                    .bind("limit", limit + 1)
                    .map((row, context) -> new Listed(row.getLong("seq"), delivery(row)))
                    .list();
            List<Listed> page = found.subList(0, Math.min(limit, found.size()));
            return new DeliveryLog(
                    withAttempts(handle, page.stream().map(Listed::delivery).toList()),
                    found.size() > limit ? page.getLast().seq() : null);
        });
    }

    public Optional<Delivery> find(String webhookId, String id) {
        return jdbi.withHandle(handle -> withAttempts(
                        handle,
                        handle.createQuery("select * from webhook_delivery where webhook_id = :webhook and id = :id")
                                .bind("webhook", webhookId)
                                .bind("id", id)
                                .map((row, context) -> delivery(row))
                                .list())
                .stream()
                .findFirst());
    }

    private record Listed(long seq, Delivery delivery) {}

    private static List<Delivery> withAttempts(Handle handle, List<Delivery> deliveries) {
        Map<String, List<Attempt>> attempts = new HashMap<>();
        handle.createQuery("select * from webhook_attempt where delivery_id = any(:ids) order by delivery_id, number")
                .bindArray(
                        "ids",
                        String.class,
                        deliveries.stream().map(Delivery::id).toList())
                .map((row, context) -> Map.entry(row.getString("delivery_id"), attempt(row)))
                .forEach(entry -> attempts.computeIfAbsent(entry.getKey(), id -> new ArrayList<>())
                        .add(entry.getValue()));
        return deliveries.stream()
                .map(delivery -> delivery.with(attempts.getOrDefault(delivery.id(), List.of())))
                .toList();
    }

    private static Delivery delivery(ResultSet row) throws SQLException {
        return new Delivery(
                row.getString("id"),
                row.getString("type"),
                Delivery.State.valueOf(row.getString("state").toUpperCase(Locale.ROOT)),
                Columns.read(StoryEvent.class, row, "event"),
                Columns.requiredInstant(row, "created"),
                Columns.instant(row, "next_try"),
                List.of());
    }

    private static Attempt attempt(ResultSet row) throws SQLException {
        Integer status = row.getObject("status", Integer.class);
        return new Attempt(
                row.getInt("number"),
                Columns.requiredInstant(row, "at"),
                Duration.ofMillis(row.getInt("milliseconds")),
                new Attempt.Request(
                        Columns.read(new TypeReference<Map<String, String>>() {}, row, "request_headers"),
                        row.getString("request_body")),
                status == null
                        ? null
                        : new Attempt.Answer(
                                status,
                                Columns.read(new TypeReference<Map<String, List<String>>>() {}, row, "answer_headers"),
                                row.getString("answer_beginning")),
                row.getString("problem"),
                row.getBoolean("withheld"));
    }
}
