package org.retold.api.web;

import jakarta.ws.rs.core.UriBuilder;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.retold.api.story.StoryDetail;
import org.retold.contract.Article;
import org.retold.contract.Story;

/** Makes a story ready to print. */
final class StoryPages {

    private StoryPages() {}

    /** Where the page of a story is. */
    static String href(String id) {
        return UriBuilder.fromPath("/stories/{id}").build(id).toString();
    }

    static StoryView of(StoryDetail story, Map<String, Article> texts, Tongue tongue, Instant now) {
        Duration span = Duration.between(story.firstPublished(), story.lastPublished());
        String first = tongue.words().firstTold(tongue.day(story.firstPublished()));
        Story.Origin origin = story.origin();
        Lags lags = Lags.of(origin == null ? null : origin.date(), story.articles());
        return new StoryView(
                story.id(),
                UriBuilder.fromPath("/api/v1/stories/{id}").build(story.id()).toString(),
                story.headline(),
                story.languages().size() == 1
                        ? Tongue.languageCode(story.languages().getFirst())
                        : null,
                tongue.words().countArticles(story.articleCount()),
                tongue.words().countPublishers(story.publisherCount()),
                story.languages().stream().map(tongue::language).toList(),
                span.toHours() < 24 ? first : first + ", " + tongue.words().toldOver(tongue.span(span)),
                tongue.updated(story.updated(), now),
                story.updated().toString(),
                origin(story.origin(), tongue),
                lags.axis().map(axis -> axis.ticks(tongue)).orElse(List.of()),
                lags.axis().isPresent(),
                lags.axis().filter(LagAxis::fromReport).isPresent()
                        ? tongue.words().theReport()
                        : tongue.words().first(),
                lags.articles().stream()
                        .map(article -> TimelineEntry.of(article, lags, tongue))
                        .toList(),
                Breakdown.of(story.articles(), tongue),
                Reasons.of(story, texts, tongue),
                Math.max(0, story.articleCount() - story.articles().size()));
    }

    private static StoryView.@Nullable OriginView origin(Story.@Nullable Origin origin, Tongue tongue) {
        if (origin == null) {
            return null;
        }
        return new StoryView.OriginView(
                origin.agency(),
                origin.agency() == null ? null : FilterForm.href(Map.of("agency", origin.agency())),
                origin.reporters().isEmpty() ? null : tongue.words().reporters(String.join(", ", origin.reporters())),
                origin.date() == null ? null : tongue.date(origin.date()),
                tongue.heard(origin.reason()),
                origin.articleId());
    }
}
