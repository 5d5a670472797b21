package org.retold.api.postgres;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.retold.api.arrival.Arrival;
import org.retold.api.story.UrlKey;
import org.retold.contract.Article;
import org.retold.contract.Removal;
import org.retold.contract.Takedown;

/** What was taken down, by address and by article; what is barred by a takedown in force comes into no other table. */
final class TakedownTable {

    private TakedownTable() {}

    static void put(Handle handle, List<Arrival<Takedown>> takedowns, List<Arrival<Removal>> removals) {
        for (Arrival<Takedown> arrival : takedowns) {
            if (arrival.isTombstone()) {
                handle.execute("delete from takedown where id = ? and position < ?", arrival.key(), arrival.offset());
                handle.execute("delete from taken_down where takedown_id = ?", arrival.key());
            } else {
                say(handle, arrival);
            }
        }
        for (Arrival<Removal> arrival : removals) {
            if (arrival.isTombstone()) {
                handle.execute("delete from taken_down where takedown_id = ?", arrival.key());
            } else {
                bar(handle, arrival.key(), arrival.told().articleIds());
            }
        }
    }

    /** Articles of these that are barred; one whose address is barred is from now on barred by its id too. */
    static Set<String> barred(Handle handle, List<Arrival<Article>> arrivals) {
        List<Article> articles = arrivals.stream()
                .filter(arrival -> !arrival.isTombstone())
                .map(Arrival::told)
                .toList();
        handle.createUpdate("""
                        insert into taken_down (article_id, takedown_id, url_key)
                        select arrived.id, t.id, t.url_key from unnest(:ids, :keys) as arrived(id, url_key)
                        join takedown t on t.url_key = arrived.url_key
                        on conflict do nothing
                        """)
                .bindArray(
                        "ids", String.class, articles.stream().map(Article::id).toList())
                .bindArray(
                        "keys",
                        String.class,
                        articles.stream()
                                .map(article -> Columns.text(UrlKey.of(article.url())))
                                .toList())
                .execute();
        return barredIds(handle, articles.stream().map(Article::id).collect(Collectors.toSet()));
    }

    /** Those of these articles that are barred. */
    static Set<String> barredIds(Handle handle, Collection<String> articleIds) {
        return handle.createQuery("select distinct article_id from taken_down where article_id = any(:ids)")
                .bindArray("ids", String.class, articleIds)
                .mapTo(String.class)
                .collect(Collectors.toSet());
    }

    private static void say(Handle handle, Arrival<Takedown> arrival) {
        String key = Columns.text(UrlKey.of(arrival.told().url()));
        handle.createUpdate("""
                        insert into takedown as held (id, position, url_key) values (:id, :position, :key)
                        on conflict (id) do update set position = excluded.position, url_key = excluded.url_key
                        """)
                .bind("id", arrival.key())
                .bind("position", arrival.offset())
                .bind("key", key)
                .execute();
        List<String> meant = handle.createQuery("select id from article where url_key = :key")
                .bind("key", key)
                .mapTo(String.class)
                .list();
        bar(handle, arrival.key(), meant);
    }

    private static void bar(Handle handle, String takedownId, List<String> articleIds) {
        handle.createUpdate("""
                        insert into taken_down (article_id, takedown_id, url_key)
                        select meant.id, :takedown, a.url_key
                        from unnest(:ids) as meant(id) left join article a on a.id = meant.id
                        on conflict do nothing
                        """)
                .bind("takedown", takedownId)
                .bindArray("ids", String.class, articleIds)
                .execute();
        Removals.of(handle, articleIds);
    }
}
