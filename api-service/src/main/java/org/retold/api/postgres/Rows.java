package org.retold.api.postgres;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.retold.api.story.ArticleDetail;
import org.retold.api.story.PublishedText;
import org.retold.api.story.StorySummary;
import org.retold.api.story.Telling;
import org.retold.api.story.Texts;
import org.retold.contract.Article;
import org.retold.contract.Evidence;
import org.retold.contract.Published;
import org.retold.contract.Publisher;
import org.retold.contract.Story;

/** What a row tells. */
final class Rows {

    static final String SUMMARY_COLUMNS = "s.id, s.version, s.change, s.headline, s.languages, s.first_published,"
            + " s.last_published, s.updated, s.article_count, s.publisher_count, s.agency, s.shown, "
            + StoryConditions.FIRST_KNOWN + " as first_known";

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

    /** A publisher that told the story: columns {@code host, publisher, arrival, published, precision, agencies}. */
    static Telling telling(ResultSet row) throws SQLException {
        String at = row.getString("published");
        String agencies = row.getString("agencies");
        return new Telling(
                new Publisher(row.getString("host"), row.getString("publisher")),
                row.getLong("arrival"),
                at == null ? null : new Published(Instant.parse(at), precision(row), Published.Source.UNKNOWN),
                agencies == null ? List.of() : List.of(required(Columns.read(String[].class, row, "agencies"))));
    }

    private static Published.Precision precision(ResultSet row) throws SQLException {
        return Published.Precision.valueOf(row.getString("precision").toUpperCase(Locale.ROOT));
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
