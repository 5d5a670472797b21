package org.retold.api.postgres;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BinaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.retold.api.arrival.Arrival;
import org.retold.api.story.StableJson;
import org.retold.contract.Evidence;

/** Why each article is in its story. */
final class EvidenceTable {

    private EvidenceTable() {}

    static void put(Handle handle, List<Arrival<Evidence>> arrivals) {
        if (arrivals.isEmpty()) {
            return;
        }
        Set<String> barred = TakedownTable.barredIds(handle, subjects(arrivals));
        Map<String, Arrival<Evidence>> told = new HashMap<>();
        for (Arrival<Evidence> arrival : arrivals) {
            if (arrival.isTombstone()) {
                handle.execute(
                        "delete from evidence where article_id = ? and position < ?", arrival.key(), arrival.offset());
                told.computeIfPresent(
                        arrival.key(), (article, before) -> before.offset() < arrival.offset() ? null : before);
            } else if (!barred.contains(arrival.key())
                    && !barred.contains(arrival.told().otherArticleId())) { // it would quote what was taken down
                told.merge(arrival.key(), arrival, BinaryOperator.maxBy(Comparator.comparingLong(Arrival::offset)));
            }
        }
        put(handle, told.values());
    }

    private static void put(Handle handle, Collection<Arrival<Evidence>> told) {
        if (told.isEmpty()) {
            return;
        }
        ColumnValues<Arrival<Evidence>> columns = new ColumnValues<>(told);
        handle.createUpdate("""
                        insert into evidence as held (article_id, position, body, whole)
                        select article, position, cast(body as json), true
                        from unnest(:articles, :positions, :bodies) as told(article, position, body)
                        on conflict (article_id) do update set position = excluded.position, body = excluded.body,
                            whole = excluded.whole
                        where held.position < excluded.position
                        """)
                .bindArray("articles", String.class, columns.of(Arrival::key))
                .bindArray("positions", Long.class, columns.of(Arrival::offset))
                .bindArray("bodies", String.class, columns.of(arrival -> StableJson.text(arrival.told())))
                .execute();
    }

    private static Set<String> subjects(List<Arrival<Evidence>> arrivals) {
        return arrivals.stream()
                .filter(arrival -> !arrival.isTombstone())
                .flatMap(arrival -> Stream.of(arrival.key(), arrival.told().otherArticleId()))
                .collect(Collectors.toSet());
    }
}
