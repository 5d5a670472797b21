package org.retold.api.web;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A story, ready to print.
 *
 * @param dataHref the same as JSON
 * @param origin who broke it
 * @param ticks of the axis that the lags are drawn on
 * @param drawn whether there is such an axis
 * @param zero what its start is
 * @param entries its articles, the first told first
 * @param breakdown of its articles by publisher, language and relation
 * @param reasons why each article is in it
 * @param more articles that are not listed here
 */
record StoryView(
        String id,
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
        List<LagAxis.Tick> ticks,
        boolean drawn,
        String zero,
        List<TimelineEntry> entries,
        Breakdown breakdown,
        List<Reason> reasons,
        long more) {

    /** Whether two can be laid side by side. */
    public boolean comparable() {
        return entries.size() > 1;
    }

    StoryView {
        languages = List.copyOf(languages);
        ticks = List.copyOf(ticks);
        entries = List.copyOf(entries);
        reasons = List.copyOf(reasons);
    }

    /**
     * Who broke the story.
     *
     * @param agencyHref the list of its stories
     * @param reason why it is thought so
     */
    record OriginView(
            @Nullable String agency,
            @Nullable String agencyHref,
            @Nullable String reporters,
            @Nullable String date,
            Saying reason,
            @Nullable String entryId) {}
}
