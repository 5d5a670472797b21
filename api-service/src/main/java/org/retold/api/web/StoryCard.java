package org.retold.api.web;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.retold.api.story.StorySummary;

/**
 * A story in the list, ready to print.
 *
 * @param lang of the headline where all articles are in one language
 */
record StoryCard(
        String id,
        String href,
        String headline,
        @Nullable String lang,
        long articles,
        String publishers,
        @Nullable String agency,
        List<String> languages,
        String told,
        String updated,
        String updatedAt) {

    static StoryCard of(StorySummary story, Tongue tongue, Instant now) {
        Duration span = Duration.between(story.firstPublished(), story.lastPublished());
        String first = tongue.words().firstTold(tongue.day(story.firstPublished()));
        return new StoryCard(
                story.id(),
                StoryPages.href(story.id()),
                story.headline(),
                story.languages().size() == 1
                        ? Tongue.languageCode(story.languages().getFirst())
                        : null,
                story.articleCount(),
                tongue.words().countPublishers(story.publisherCount()),
                story.agency(),
                story.languages().stream().map(tongue::language).toList(),
                span.toHours() < 24 ? first : first + ", " + tongue.words().toldOver(tongue.span(span)),
                tongue.updated(story.updated(), now),
                story.updated().toString());
    }
}
