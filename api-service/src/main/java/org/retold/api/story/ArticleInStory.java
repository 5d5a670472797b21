package org.retold.api.story;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.retold.contract.Evidence;
import org.retold.contract.Relation;
import org.retold.contract.Story;

/**
 * An article as its story lists it.
 *
 * @param publisher the publisher's name
 * @param published ISO 8601, as precise as it is known: {@code 2024}, {@code 2024-02}, {@code 2024-02-13} or an instant
 * @param relation towards the story's fullest earliest article
 * @param lateBy after the exclusive, else after the story's earliest; absent under 24 hours
 * @param evidence its strongest link into the story; absent for a founding article
 */
public record ArticleInStory(
        String id,
        @Nullable String externalId,
        String url,
        String title,
        String publisher,
        String language,
        @Nullable String published,
        Relation relation,
        @Nullable Duration lateBy,
        @Nullable Evidence evidence) {

    /** The article as its story's snapshot lists it. */
    public static ArticleInStory of(Story.Member member, @Nullable Evidence evidence) {
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
}
