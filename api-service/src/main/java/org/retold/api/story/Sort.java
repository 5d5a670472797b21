package org.retold.api.story;

import java.util.Locale;

/** In which order stories are listed. */
public enum Sort {
    /** Newest change first; what moves while one walks may be missed. */
    UPDATED,
    /** First published last, first, as was known when the story came: nothing is skipped or repeated. */
    FIRST,
    /** Most articles first. */
    SIZE,
    /** Oldest change first, upwards: never skips a change. */
    CHANGE;

    /** As it is written in a query. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
