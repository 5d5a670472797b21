package org.retold.api.postgres;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.retold.api.story.Cursor;
import org.retold.api.story.Sort;
import org.retold.api.story.StoryQuery;

/**
 * Hours, half days or stretches of six days in which articles were accepted. The index of words knows of each article in
 * which of all three it was, as the database's function {@code periods} numbers them.
 *
 * @param since all articles accepted since then are meant, up to where a page begins
 * @param numbers few, because each is looked up
 */
record Periods(Instant since, List<Long> numbers) {

    private static final List<Duration> LENGTHS =
            List.of(Duration.ofHours(1), Duration.ofHours(12), Duration.ofDays(6));
    private static final int MOST = 13;

    /** Parts of equal size into which PostgreSQL's statistics cut the articles by their time. */
    private static final int PARTS = 100;

    /** Services' clocks are less than a day apart. */
    private static final Duration APART = Duration.ofDays(1);

    Periods {
        numbers = List.copyOf(numbers);
    }

    /**
     * When the last articles came, about this share of all, of those that a page can begin with: a story is updated when an
     * article comes. The shortest periods of which there are few; empty where there are many of the longest, and where
     * nothing is known of the articles' times.
     */
    static Optional<Periods> last(Handle handle, StoryQuery query, double share) {
        Optional<OffsetDateTime> page = newest(query).map(Columns::time);
        OffsetDateTime before = page.map(time -> time.plus(APART)).orElse(OffsetDateTime.MAX);
        return since(handle, page.orElse(OffsetDateTime.MAX), share)
                .flatMap(since -> LENGTHS.stream()
                        .flatMap(length -> all(handle, since, before, length).stream())
                        .findFirst());
    }

    /** No story of a page was updated later; empty where that is not known. */
    private static Optional<Instant> newest(StoryQuery query) {
        Cursor after = query.after();
        return Stream.of(query.filter().until(), after == null || query.sort() != Sort.UPDATED ? null : after.time())
                .filter(Objects::nonNull)
                .min(Comparator.naturalOrder());
    }

    private static Optional<Instant> since(Handle handle, OffsetDateTime before, double share) {
        return handle.createQuery("""
                        select bound from pg_stats,
                            unnest(cast(cast(histogram_bounds as text) as timestamptz[])) with ordinality as bounds (bound, n)
                        where schemaname = current_schema() and tablename = 'article' and attname = 'accepted'
                            and bound < :before
                        order by n desc offset :parts limit 1
                        """)
                .bind("before", before)
                .bind("parts", 1 + (int) (share * PARTS))
                .map((row, context) -> Columns.requiredInstant(row, "bound"))
                .findOne();
    }

    /** Those of a length in which there are articles; empty where they are too many. */
    private static Optional<Periods> all(Handle handle, Instant since, OffsetDateTime before, Duration length) {
        long seconds = length.toSeconds();
        long first = Math.floorDiv(since.getEpochSecond(), seconds);
        List<Long> numbers = handle.createQuery("""
                        with recursive found as (
                            (select accepted from article where accepted < :before order by accepted desc limit 1)
                            union all
                            select (select accepted from article
                                where accepted < date_bin(make_interval(secs => :seconds), found.accepted, 'epoch')
                                order by accepted desc limit 1)
                            from found where accepted >= :since
                        )
                        select accepted from found where accepted >= :since limit :most
                        """)
                .bind("before", before)
                .bind("since", Columns.time(Instant.ofEpochSecond(first * seconds)))
                .bind("seconds", seconds)
                .bind("most", MOST + 1)
                .map((row, context) -> Columns.requiredInstant(row, "accepted").getEpochSecond())
                .map(second -> LENGTHS.size() * Math.floorDiv(second, seconds) + LENGTHS.indexOf(length))
                .list();
        return numbers.size() > MOST
                ? Optional.empty()
                : Optional.of(new Periods(Instant.ofEpochSecond(first * seconds), numbers));
    }

    /** As PostgreSQL writes an array. */
    String array() {
        return numbers.stream().map(String::valueOf).collect(Collectors.joining(",", "{", "}"));
    }
}
