package org.retold.api.postgres;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;
import org.retold.api.story.ArticleDetail;
import org.retold.api.story.Texts;
import org.retold.api.story.UrlKey;
import org.retold.contract.Article;

/** Finds articles, by id or by URL, and the texts of several. */
public final class ArticleQueries {

    private static final String SELECT = """
            select a.body, m.member, m.story_id, e.body as evidence
            from article a
            left join membership m on m.article_id = a.id
            left join evidence e on e.article_id = a.id
            """;

    private final Jdbi jdbi;
    private final Texts texts;

    /** @param texts how much of them is given out */
    public ArticleQueries(Jdbi jdbi, Texts texts) {
        this.jdbi = jdbi;
        this.texts = texts;
    }

    public Optional<ArticleDetail> byId(String id) {
        return jdbi.withHandle(handle -> handle.createQuery(SELECT + "where a.id = :id")
                .bind("id", id)
                .map((row, context) -> Rows.article(row, texts))
                .findOne());
    }

    /**
     * The article at this address, or the newest that was there; scheme, {@code www.} and tracking do not count, the exact
     * spelling comes first.
     */
    public Optional<ArticleDetail> byUrl(String url) {
        return at(url).or(() -> jdbi.withHandle(handle -> handle.createQuery(SELECT
                        + "where a.id in (select article_id from article_was_at where url_key = :key)"
                        + " order by a.position desc limit 1")
                .bind("key", UrlKey.of(url))
                .map((row, context) -> Rows.article(row, texts))
                .findOne()));
    }

    private Optional<ArticleDetail> at(String url) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        SELECT + "where a.url_key = :key order by (a.url = :url) desc, a.position desc limit 1")
                .bind("key", UrlKey.of(url))
                .bind("url", url)
                .map((row, context) -> Rows.article(row, texts))
                .findOne());
    }

    /** The articles by id; those that are not there are left out. */
    public Map<String, Article> texts(Collection<String> ids) {
        Map<String, Article> found = new HashMap<>();
        jdbi.useHandle(handle -> handle.createQuery("select body from article where id = any(:ids)")
                .bindArray("ids", String.class, ids)
                .map((row, context) -> Rows.required(Columns.read(Article.class, row, "body")))
                .forEach(article -> found.put(article.id(), texts.shown(article))));
        return found;
    }
}
