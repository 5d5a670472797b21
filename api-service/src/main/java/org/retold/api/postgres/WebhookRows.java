package org.retold.api.postgres;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import org.retold.api.webhook.Standing;
import org.retold.api.webhook.Webhook;
import org.retold.api.webhook.WebhookFilter;
import org.retold.contract.StoryEvent;

/** What a row of a webhook tells. */
final class WebhookRows {

    static final String WAITING = "(select count(*) from webhook_delivery d"
            + " where d.webhook_id = w.id and d.state = 'pending') as waiting";

    private WebhookRows() {}

    static Webhook webhook(ResultSet row) throws SQLException {
        Standing standing = standing(row);
        return new Webhook(
                row.getString("id"),
                row.getString("url"),
                row.getString("description"),
                state(row),
                row.getString("because"),
                kinds(row),
                filter(row),
                Columns.requiredInstant(row, "created"),
                row.getInt("waiting"),
                standing.failures(),
                standing.failingSince(),
                standing.lastSuccess(),
                standing.restsUntil());
    }

    static Webhook.State state(ResultSet row) throws SQLException {
        return Webhook.State.valueOf(row.getString("state").toUpperCase(Locale.ROOT));
    }

    static Standing standing(ResultSet row) throws SQLException {
        return new Standing(
                row.getInt("failures"),
                Columns.instant(row, "failing_since"),
                Columns.instant(row, "last_success"),
                Columns.instant(row, "rests_until"));
    }

    static WebhookFilter filter(ResultSet row) throws SQLException {
        return Rows.required(Columns.read(WebhookFilter.class, row, "filter"));
    }

    static List<StoryEvent.Kind> kinds(ResultSet row) throws SQLException {
        return Columns.texts(row, "kinds").stream()
                .map(word -> StoryEvent.Kind.valueOf(word.toUpperCase(Locale.ROOT)))
                .toList();
    }

    static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
