package org.retold.ingest.postgres;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.statement.StatementContext;
import org.jspecify.annotations.Nullable;
import org.retold.contract.FeedStatus.State;
import org.retold.ingest.feed.QuietTimes;
import org.retold.ingest.poll.Feed;
import org.retold.ingest.poll.Habit;
import org.retold.ingest.poll.KnownCopy;

/** Reads a feed from its row. */
final class FeedRow implements RowMapper<Feed> {

    @Override
    public Feed map(ResultSet row, StatementContext context) throws SQLException {
        return new Feed(
                row.getString("id"),
                row.getString("url"),
                row.getString("moved_to"),
                row.getString("title"),
                row.getString("folder"),
                State.valueOf(row.getString("state").toUpperCase(Locale.ROOT)),
                new KnownCopy(
                        row.getString("etag"),
                        row.getString("last_modified"),
                        row.getString("body_hash"),
                        instant(row, "copy_since")),
                instant(row, "last_polled"),
                row.getString("last_outcome"),
                row.getInt("failures"),
                Duration.ofMillis(row.getLong("interval_ms")),
                instant(row, "next_poll"),
                row.getString("next_poll_because"),
                QuietTimes.of(List.of(row.getString("quiet_times").split(" "))),
                new Habit(Duration.ofMillis(row.getLong("longest_silence_ms")), row.getInt("silences")),
                instant(row, "told_until"),
                instant(row, "last_new_item"),
                instant(row, "pages_again"),
                row.getLong("items_seen"));
    }

    static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        Timestamp time = row.getTimestamp(column);
        return time == null ? null : time.toInstant();
    }
}
