package org.retold.api.postgres;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.BinaryOperator;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.retold.api.arrival.Arrival;
import org.retold.api.story.SearchDictionary;
import org.retold.api.story.UrlKey;
import org.retold.contract.Article;

/** Articles with their texts; an introduction never replaces a full text, and what was taken down is not there. */
final class ArticleTable {

    /** As the statement says it, which takes a row only once. */
    private static final Comparator<Arrival<Article>> TOLD_BETTER = Comparator.<Arrival<Article>, Boolean>comparing(
                    arrival -> isFull(arrival.told()))
            .thenComparingLong(Arrival::offset);

    /** Texts are long: of no more than so many there is a copy at a time. */
    static final int AT_ONCE = 100;

    private ArticleTable() {}

    static void put(Handle handle, List<Arrival<Article>> arrivals, ArticleWords words) {
        if (arrivals.isEmpty()) {
            return;
        }
        Map<String, Long> gone = takenDown(arrivals);
        Set<String> barred = TakedownTable.barred(handle, arrivals);
        delete(handle, gone);
        List<Arrival<Article>> told = arrivals.stream()
                .filter(arrival -> arrival.offset() > gone.getOrDefault(arrival.key(), -1L))
                .filter(arrival -> !barred.contains(arrival.key()))
                .toList();
        EarlierAddresses addresses =
                EarlierAddresses.of(handle, told.stream().map(Arrival::key).collect(Collectors.toSet()));
        told.forEach(arrival -> addresses.add(arrival.key(), urlKey(arrival.told())));
        DictionaryTable.put(handle, told);
        List<Arrival<Article>> best = List.copyOf(told.stream()
                .collect(Collectors.toMap(Arrival::key, arrival -> arrival, BinaryOperator.maxBy(TOLD_BETTER)))
                .values());
        for (int from = 0; from < best.size(); from += AT_ONCE) {
            insert(handle, best.subList(from, Math.min(best.size(), from + AT_ONCE)), words);
        }
        addresses.keep(handle);
    }

    /** Articles that a tombstone ends, and where the last one is. */
    private static Map<String, Long> takenDown(List<Arrival<Article>> arrivals) {
        return arrivals.stream()
                .filter(Arrival::isTombstone)
                .collect(Collectors.toMap(Arrival::key, Arrival::offset, Math::max));
    }

    private static void delete(Handle handle, Map<String, Long> gone) {
        gone.forEach((id, offset) -> handle.execute("delete from article where id = ? and position < ?", id, offset));
    }

    /** Empties the list in which words wait outside their index. */
    static void settle(Handle handle) {
        handle.createQuery("select gin_clean_pending_list(cast('article_by_words' as regclass))")
                .mapTo(Long.class)
                .one();
    }

    static int deleteUnclaimed(Handle handle, Instant before) {
        return handle.createUpdate("""
                        delete from article a where a.accepted < :before
                        and not exists (select from membership m where m.article_id = a.id)
                        """).bind("before", Columns.time(before)).execute();
    }

    private static void insert(Handle handle, List<Arrival<Article>> arrivals, ArticleWords words) {
        ColumnValues<Arrival<Article>> columns = new ColumnValues<>(arrivals);
        handle.createUpdate("""
                        insert into article as held
                            (id, position, full_text, url, url_key, accepted, dictionary, words, body, agencies)
                        select id, position, full_text = 'true', url, url_key, cast(accepted as timestamptz), dictionary,
                            coalesce(cast(words as tsvector), to_tsvector(cast(dictionary as regconfig), searched)),
                            cast(body as json), agencies
                        from unnest(:ids, :positions, :fullTexts, :urls, :urlKeys, :accepted, :dictionaries, :words, :texts,
                                :bodies, :agencies)
                            as told(id, position, full_text, url, url_key, accepted, dictionary, words, searched, body, agencies)
                        on conflict (id) do update
                        set position = excluded.position, full_text = excluded.full_text, url = excluded.url,
                            url_key = excluded.url_key, accepted = excluded.accepted, dictionary = excluded.dictionary,
                            words = excluded.words, body = excluded.body, agencies = excluded.agencies
                        where (excluded.full_text, excluded.position) > (held.full_text, held.position)
                        """)
                .bindArray("ids", String.class, columns.of(Arrival::key))
                .bindArray("positions", Long.class, columns.of(Arrival::offset))
                .bindArray("fullTexts", String.class, columns.of(arrival -> String.valueOf(isFull(arrival.told()))))
                .bindArray(
                        "urls",
                        String.class,
                        columns.of(arrival -> Columns.text(arrival.told().url())))
                .bindArray("urlKeys", String.class, columns.of(arrival -> urlKey(arrival.told())))
                .bindArray(
                        "accepted",
                        String.class,
                        columns.of(arrival -> arrival.accepted().toString()))
                .bindArray(
                        "dictionaries",
                        String.class,
                        columns.of(arrival -> SearchDictionary.of(arrival.told().language())))
                .bindArray("words", String.class, columns.of(words::of))
                .bindArray(
                        "texts",
                        String.class,
                        columns.of(arrival -> words.of(arrival) == null ? ArticleWords.text(arrival.told()) : null))
                .bindArray("bodies", String.class, columns.of(arrival -> Columns.json(arrival.told())))
                .bindArray("agencies", String.class, columns.of(arrival -> agencies(arrival.told())))
                .execute();
    }

    private static String urlKey(Article article) {
        return Objects.requireNonNull(Columns.text(UrlKey.of(article.url())));
    }

    private static @Nullable String agencies(Article article) {
        List<String> agencies = article.credits().agencies();
        return agencies.isEmpty() ? null : Columns.json(agencies);
    }

    private static boolean isFull(Article article) {
        return article.completeness() == Article.Completeness.FULL;
    }
}
