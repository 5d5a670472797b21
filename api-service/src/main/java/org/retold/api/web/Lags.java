package org.retold.api.web;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.retold.api.story.ArticleInStory;

/**
 * How the articles of a story lie in time.
 *
 * @param articles the first told first, those without a date last
 * @param axis absent where there is nothing to draw
 */
record Lags(List<ArticleInStory> articles, Optional<LagAxis> axis) {

    private static final Duration SHORTEST = Duration.ofMinutes(1);

    Lags {
        articles = List.copyOf(articles);
    }

    /** @param origin date of the report, ISO 8601, where it is known */
    static Lags of(@Nullable String origin, List<ArticleInStory> articles) {
        return new Lags(
                articles.stream()
                        .sorted(Comparator.comparing(article ->
                                article.published() == null ? Instant.MAX : LagAxis.start(article.published())))
                        .toList(),
                LagAxis.of(origin, dates(articles).toList()));
    }

    LagAxis.@Nullable Place place(ArticleInStory article) {
        String published = article.published();
        return published == null
                ? null
                : axis.map(drawn -> drawn.place(published)).orElse(null);
    }

    /** As the story says it; less than a day where both this and the first article say the minute. */
    @Nullable
    Duration lateBy(ArticleInStory article) {
        String published = article.published();
        if (article.lateBy() != null || published == null || !LagAxis.isInstant(published)) {
            return article.lateBy();
        }
        String first = articles.getFirst().published();
        if (first == null || !LagAxis.isInstant(first)) {
            return null;
        }
        Duration late = Duration.between(Instant.parse(first), Instant.parse(published));
        return late.compareTo(SHORTEST) < 0 ? null : late;
    }

    private static Stream<String> dates(List<ArticleInStory> articles) {
        return articles.stream().flatMap(article -> Optional.ofNullable(article.published()).stream());
    }
}
