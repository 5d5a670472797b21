package org.retold.api.web;

import org.jspecify.annotations.Nullable;

/**
 * A sentence on a page.
 *
 * @param lang what it is in, where that is not the page's language
 */
record Saying(String text, @Nullable String lang) {

    static Saying of(String text) {
        return new Saying(text, null);
    }
}
