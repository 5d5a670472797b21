package org.retold.api.postgres;

import org.jdbi.v3.core.Jdbi;
import org.retold.api.story.UrlKey;

/** Whether something is not there because it was taken down. */
public final class TakedownQueries {

    private final Jdbi jdbi;

    public TakedownQueries(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    public boolean isArticle(String id) {
        return is("select exists (select from taken_down where article_id = :word)", id);
    }

    /** Scheme, {@code www.} and tracking do not count. */
    public boolean isUrl(String url) {
        return is(
                "select exists (select from takedown where url_key = :word)"
                        + " or exists (select from taken_down where url_key = :word)",
                UrlKey.of(url));
    }

    private boolean is(String sql, String word) {
        return jdbi.withHandle(handle ->
                handle.createQuery(sql).bind("word", word).mapTo(Boolean.class).one());
    }
}
