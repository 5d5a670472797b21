package org.retold.api.web;

import java.time.Duration;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.retold.api.story.ArticleInStory;

/**
 * An article in its story's timeline, ready to print.
 *
 * @param link to the publisher's page; absent where the address is none of the web
 * @param relationWord names the relation's colour
 * @param late how long after the original
 * @param place on the axis; absent where there is no axis, or no date
 * @param compare where it is beside the article that it is closest to; absent for a founding article
 */
record TimelineEntry(
        String id,
        String title,
        @Nullable String lang,
        @Nullable String link,
        String publisher,
        String language,
        String date,
        @Nullable String dateTime,
        String relation,
        String relationWord,
        @Nullable String late,
        LagAxis.@Nullable Place place,
        @Nullable String compare) {

    static TimelineEntry of(ArticleInStory article, Lags lags, Tongue tongue) {
        Duration late = lags.lateBy(article);
        return new TimelineEntry(
                article.id(),
                article.title(),
                Tongue.languageCode(article.language()),
                WebLink.of(article.url()),
                article.publisher(),
                tongue.language(article.language()),
                tongue.published(article.published()),
                article.published(),
                tongue.relation(article.relation()),
                article.relation().name().toLowerCase(Locale.ROOT),
                late == null ? null : tongue.words().later(tongue.span(late)),
                lags.place(article),
                article.evidence() == null
                        ? null
                        : ComparisonView.href(article.evidence().otherArticleId(), article.id()));
    }
}
