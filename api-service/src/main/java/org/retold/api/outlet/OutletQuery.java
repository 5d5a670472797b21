package org.retold.api.outlet;

import org.jspecify.annotations.Nullable;

/**
 * A page of the list of publishers.
 *
 * @param language one of its articles is in it
 * @param limit at most so many, 1 to {@link #MAX_LIMIT}
 * @param after where the page before ended; absent for the first
 */
public record OutletQuery(
        Period period,
        @Nullable String language,
        OutletSort sort,
        int limit,
        @Nullable OutletCursor after) {

    public static final int MAX_LIMIT = 200;
    static final int DEFAULT_LIMIT = 50;

    /** Where the list goes on after this publisher. */
    public OutletCursor after(Outlet last) {
        return new OutletCursor(list(period, language, sort), last.by(sort), last.id());
    }

    /** What tells one list from another. */
    static String list(Period period, @Nullable String language, OutletSort sort) {
        return String.join(".", period.word(), sort.word(), language == null ? "" : language);
    }
}
