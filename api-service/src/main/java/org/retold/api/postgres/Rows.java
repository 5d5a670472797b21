package org.retold.api.postgres;

import java.sql.ResultSet;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.retold.api.story.ArticleDetail;
import org.retold.api.story.ArticleInStory;
import org.retold.api.story.PublishedText;
import org.retold.api.story.StorySummary;
import org.retold.api.story.Texts;
import org.retold.contract.Article;
import org.retold.contract.Evidence;
import org.retold.contract.Story;

/** What a row tells. */
final class Rows {

    static final String SUMMARY_COLUMNS = "s.id, s.version, s.change, s.headline, s.languages, s.first_published,"
            + " s.last_published, s.updated, s.article_count, s.publisher_count, s.agency";

    private Rows() {}

    static StorySummary summary(ResultSet row) throws SQLException {
        return new StorySummary(
                row.getString("id"),
                row.getLong("version"),
                row.getLong("change"),
                row.getString("headline"),
                Columns.texts(row, "languages"),
                Columns.requiredInstant(row, "first_published"),
                Columns.requiredInstant(row, "last_published"),
                Columns.requiredInstant(row, "updated"),
                row.getInt("article_count"),
                row.getInt("publisher_count"),
                row.getString("agency"));
    }

    static ArticleInStory articleInStory(Story.Member member, @Nullable Evidence evidence) {
        return new ArticleInStory(
                member.id(),
                member.externalId(),
                member.url(),
                member.title(),
                member.publisher().name(),
                member.language(),
                PublishedText.of(member.published()),
                member.relation(),
                member.lateBy(),
                evidence);
    }

    static ArticleDetail article(ResultSet row, Texts texts) throws SQLException {
        Article article = required(Columns.read(Article.class, row, "body"));
        Story.Member member = Columns.read(Story.Member.class, row, "member");
        return new ArticleDetail(
                article.id(),
                article.externalId(),
                article.url(),
                article.title(),
                article.publisher().name(),
                article.language(),
                PublishedText.of(article.published()),
                member == null ? null : member.relation(),
                member == null ? null : member.lateBy(),
                Columns.read(Evidence.class, row, "evidence"),
                texts.shown(article.paragraphs()),
                texts == Texts.EXCERPT,
                article.authors(),
                article.credits(),
                row.getString("story_id"));
    }

    static <T> T required(@Nullable T value) {
        if (value == null) {
            throw new IllegalStateException("a column that is never empty is empty");
        }
        return value;
    }
}
