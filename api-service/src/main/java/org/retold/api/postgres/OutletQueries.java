package org.retold.api.postgres;

import com.fasterxml.jackson.core.type.TypeReference;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.Query;
import org.jspecify.annotations.Nullable;
import org.retold.api.outlet.Outlet;
import org.retold.api.outlet.OutletCursor;
import org.retold.api.outlet.OutletPage;
import org.retold.api.outlet.OutletQuery;
import org.retold.api.outlet.Period;
import org.retold.api.story.OutletTotals;
import org.retold.contract.Json;
import org.retold.contract.Story;

/** Lists publishers, finds one, and tells of all together; as they were counted last. */
public final class OutletQueries {

    private static final TypeReference<List<Story.Count>> COUNTS = new TypeReference<>() {};

    private final Jdbi jdbi;

    public OutletQueries(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    public OutletPage list(OutletQuery query) {
        return jdbi.withHandle(handle -> {
            List<Outlet> found = outlets(handle, query);
            boolean last = found.size() <= query.limit();
            List<Outlet> items = last ? found : found.subList(0, query.limit());
            return new OutletPage(
                    totals(handle, query.period()).map(OutletTotals::asOf).orElse(null),
                    items,
                    last ? null : query.after(items.getLast()));
        });
    }

    /** One more than asked for where the list goes on. */
    private static List<Outlet> outlets(Handle handle, OutletQuery query) {
        String number = query.sort().word();
        OutletCursor after = query.after();
        String language = query.language();
        Query select = handle.createQuery("select * from outlet where period = :period"
                        + (language == null ? "" : " and languages @> array[cast(:language as text)]")
                        + (after == null ? "" : " and (%s, host) < (:number, :host)".formatted(number))
                        + " order by %s desc, host desc limit :limit".formatted(number))
                .bind("period", query.period().word())
                .bind("limit", query.limit() + 1);
        if (language != null) {
            select.bind("language", language);
        }
        if (after != null) {
            select.bind("number", after.number()).bind("host", after.host());
        }
        return select.map((row, context) -> outlet(row)).list();
    }

    public Optional<Outlet> find(String host, Period period) {
        return jdbi.withHandle(
                handle -> handle.createQuery("select * from outlet where period = :period and host = :host")
                        .bind("period", period.word())
                        .bind("host", host)
                        .map((row, context) -> outlet(row))
                        .findOne());
    }

    /** Empty while they were never counted. */
    public Optional<OutletTotals> totals(Period period) {
        return jdbi.withHandle(handle -> totals(handle, period));
    }

    static Optional<OutletTotals> totals(Handle handle, Period period) {
        return handle.createQuery("select * from outlet_count where period = :period")
                .bind("period", period.word())
                .map((row, context) -> new OutletTotals(
                        Columns.requiredInstant(row, "as_of"),
                        row.getInt("outlets"),
                        row.getInt("stories"),
                        row.getInt("several"),
                        seconds(row, "lag_median"),
                        seconds(row, "lag_slow"),
                        counts(row, "credits")))
                .findOne();
    }

    private static Outlet outlet(ResultSet row) throws SQLException {
        return new Outlet(
                row.getString("host"),
                row.getString("name"),
                Columns.texts(row, "languages"),
                row.getInt("articles"),
                row.getInt("stories"),
                row.getInt("originated"),
                row.getInt("retold"),
                seconds(row, "lag_median"),
                seconds(row, "lag_slow"),
                counts(row, "credits"),
                counts(row, "retells"));
    }

    private static @Nullable Duration seconds(ResultSet row, String column) throws SQLException {
        Long seconds = row.getObject(column, Long.class);
        return seconds == null ? null : Duration.ofSeconds(seconds);
    }

    private static List<Story.Count> counts(ResultSet row, String column) throws SQLException {
        try {
            return Json.MAPPER.readValue(row.getString(column), COUNTS);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
