package org.retold.api.outlet;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.retold.contract.Story;

/**
 * A publisher in a period.
 *
 * @param id its registrable host
 * @param name under which most of its articles were published
 * @param languages of its articles, by name
 * @param articles in all stories
 * @param stories with an article of it
 * @param originated of these, told by it first and by another publisher after it
 * @param retold of these, told by another publisher first
 * @param lagMedian from the first publication to its own, in half of the stories that it retold not more; absent where no
 *     times are known to the minute
 * @param lagSlow the same for nine of ten
 * @param credits articles that credit an agency, per agency, at most five
 * @param retells stories that it retold, per publisher that told them first, at most five
 */
public record Outlet(
        String id,
        String name,
        List<String> languages,
        int articles,
        int stories,
        int originated,
        int retold,
        @Nullable Duration lagMedian,
        @Nullable Duration lagSlow,
        List<Story.Count> credits,
        List<Story.Count> retells) {

    public Outlet {
        languages = List.copyOf(languages);
        credits = List.copyOf(credits);
        retells = List.copyOf(retells);
    }

    int by(OutletSort sort) {
        return switch (sort) {
            case ARTICLES -> articles;
            case STORIES -> stories;
            case ORIGINATED -> originated;
            case RETOLD -> retold;
        };
    }
}
