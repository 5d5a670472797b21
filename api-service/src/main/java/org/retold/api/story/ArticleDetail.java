package org.retold.api.story;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.retold.contract.Credits;
import org.retold.contract.Evidence;
import org.retold.contract.Relation;

/**
 * One article with its text and the story it is in.
 *
 * @param publisher the publisher's name
 * @param published ISO 8601, as precise as it is known
 * @param relation absent until it is in a story
 * @param excerpt whether {@code paragraphs} are no more than the beginning, because no more is shown of any article
 * @param storyId absent until it is in a story
 */
public record ArticleDetail(
        String id,
        @Nullable String externalId,
        String url,
        String title,
        String publisher,
        String language,
        @Nullable String published,
        @Nullable Relation relation,
        @Nullable Duration lateBy,
        @Nullable Evidence evidence,
        List<String> paragraphs,
        boolean excerpt,
        List<String> authors,
        Credits credits,
        @Nullable String storyId) {

    public ArticleDetail {
        paragraphs = List.copyOf(paragraphs);
        authors = List.copyOf(authors);
    }
}
