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
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jspecify.annotations.Nullable;
import org.retold.api.arrival.Arrival;
import org.retold.api.story.SearchDictionary;
import org.retold.api.story.SearchText;
import org.retold.api.story.UrlKey;
import org.retold.contract.Article;

/** Articles with their texts; an introduction never replaces a full text, and what was taken down is not there. */
final class ArticleTable {

    /** PostgreSQL takes about a million bytes of words. */
    private static final int SEARCHED_CHARACTERS = 200_000;

    /** As the statement says it; the driver makes one statement of many rows, which takes a row only once. */
    private static final Comparator<Arrival<Article>> TOLD_BETTER = Comparator.<Arrival<Article>, Boolean>comparing(
                    arrival -> isFull(arrival.told()))
            .thenComparingLong(Arrival::offset);

    private ArticleTable() {}

    static void put(Handle handle, List<Arrival<Article>> arrivals) {
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
        PreparedBatch batch = handle.prepareBatch("""
                insert into article as held
                    (id, position, full_text, url, url_key, accepted, dictionary, words, body, agencies)
                values (:id, :position, :fullText, :url, :urlKey, :accepted, :dictionary,
                    to_tsvector(cast(:dictionary as regconfig), :text), cast(:body as json), :agencies)
                on conflict (id) do update
                set position = excluded.position, full_text = excluded.full_text, url = excluded.url,
                    url_key = excluded.url_key, accepted = excluded.accepted, dictionary = excluded.dictionary,
                    words = excluded.words, body = excluded.body, agencies = excluded.agencies
                where (excluded.full_text, excluded.position) > (held.full_text, held.position)
                """);
        told.stream()
                .collect(Collectors.toMap(Arrival::key, arrival -> arrival, BinaryOperator.maxBy(TOLD_BETTER)))
                .values()
                .forEach(arrival -> bind(batch, arrival));
        batch.execute();
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

    /** Empties the lists in which words wait outside their indexes. */
    static void settle(Handle handle) {
        handle.createQuery("""
                        select gin_clean_pending_list(indexrelid) from pg_index join pg_class index on index.oid = indexrelid
                        where indrelid = cast('article' as regclass) and index.relname like 'article\\_by\\_%\\_words'
                        """).mapTo(Long.class).list();
    }

    static int deleteUnclaimed(Handle handle, Instant before) {
        return handle.createUpdate("""
                        delete from article a where a.accepted < :before
                        and not exists (select from membership m where m.article_id = a.id)
                        """).bind("before", Columns.time(before)).execute();
    }

    private static void bind(PreparedBatch batch, Arrival<Article> arrival) {
        Article article = arrival.told();
        batch.bind("id", article.id())
                .bind("position", arrival.offset())
                .bind("fullText", isFull(article))
                .bind("url", Columns.text(article.url()))
                .bind("urlKey", urlKey(article))
                .bind("accepted", Columns.time(arrival.accepted()))
                .bind("dictionary", SearchDictionary.of(article.language()))
                .bind("text", searched(article))
                .bind("body", Columns.json(article))
                .bind("agencies", agencies(article))
                .add();
    }

    private static String urlKey(Article article) {
        return Objects.requireNonNull(Columns.text(UrlKey.of(article.url())));
    }

    private static @Nullable String agencies(Article article) {
        List<String> agencies = article.credits().agencies();
        return agencies.isEmpty() ? null : Columns.json(agencies);
    }

    private static String searched(Article article) {
        String text = article.title() + "\n" + String.join("\n", article.paragraphs());
        return SearchText.fold(text.substring(0, Math.min(text.length(), SEARCHED_CHARACTERS)));
    }

    private static boolean isFull(Article article) {
        return article.completeness() == Article.Completeness.FULL;
    }
}
