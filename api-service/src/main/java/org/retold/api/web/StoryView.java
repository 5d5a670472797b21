package org.retold.api.web;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A story, ready to print.
 *
 * @param dataHref the same as JSON
 * @param origin who broke it
 * @param entries its articles, the first told first
 * @param reasons why each article is in it
 * @param more articles that are not listed here
 */
record StoryView(
        String dataHref,
        String headline,
        @Nullable String lang,
        String articles,
        String publishers,
        List<String> languages,
        String told,
        String updated,
        String updatedAt,
        @Nullable OriginView origin,
        Spread spread,
        List<TimelineEntry> entries,
        List<Reason> reasons,
        long more) {

    StoryView {
        languages = List.copyOf(languages);
        entries = List.copyOf(entries);
        reasons = List.copyOf(reasons);
    }

    /** Who broke the story. */
    record OriginView(
            @Nullable String agency,
            @Nullable String reporters,
            @Nullable String date,
            String reason,
            @Nullable String entryId) {}
}
