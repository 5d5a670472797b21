package org.retold.api.outlet;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** By what publishers are listed, most first. */
public enum OutletSort {
    /** Articles of any story. */
    ARTICLES,
    /** Stories with an article of theirs. */
    STORIES,
    /** Stories that they told first and others after them. */
    ORIGINATED,
    /** Stories that others told before them. */
    RETOLD;

    /** As it is written in a query. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<OutletSort> of(String word) {
        return Arrays.stream(values()).filter(sort -> sort.word().equals(word)).findFirst();
    }
}
