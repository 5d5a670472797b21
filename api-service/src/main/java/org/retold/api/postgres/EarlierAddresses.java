package org.retold.api.postgres;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/** Where articles were before: who knows an old address finds the article under it, as long as no other one is there. */
final class EarlierAddresses {

    private final Map<String, Set<String>> addresses = new HashMap<>();

    private EarlierAddresses() {}

    /** Addresses that articles have now, before something newer is told of them. */
    static EarlierAddresses of(Handle handle, Collection<String> articleIds) {
        EarlierAddresses known = new EarlierAddresses();
        handle.createQuery("select id, url_key from article where id = any(:ids)")
                .bindArray("ids", String.class, List.copyOf(articleIds))
                .map((row, context) -> Map.entry(row.getString("id"), row.getString("url_key")))
                .forEach(article -> known.add(article.getKey(), article.getValue()));
        return known;
    }

    void add(String articleId, String urlKey) {
        addresses.computeIfAbsent(articleId, id -> new LinkedHashSet<>()).add(urlKey);
    }

    /** Keeps those that are not the addresses of now. */
    void keep(Handle handle) {
        PreparedBatch batch = handle.prepareBatch("""
                insert into article_was_at (article_id, url_key)
                select id, :key from article
                where id = :id and url_key <> :key
                and not exists (select from article_was_at where article_id = :id and url_key = :key)
                """);
        addresses.forEach((id, keys) -> {
            if (keys.size() > 1) {
                keys.forEach(key -> batch.bind("id", id).bind("key", key).add());
            }
        });
        if (batch.size() > 0) {
            batch.execute();
        }
    }
}
