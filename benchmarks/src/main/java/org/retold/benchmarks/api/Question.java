package org.retold.benchmarks.api;

import org.jspecify.annotations.Nullable;

/**
 * What is asked of the API.
 *
 * @param kind by which answers are counted
 * @param path with its query, from the root
 * @param known the tag of an earlier answer; absent for who asks the first time
 */
record Question(String kind, String path, @Nullable String known) {

    Question(String kind, String path) {
        this(kind, path, null);
    }

    /** The same from somebody who has the answer. */
    Question again(String newKind, String tag) {
        return new Question(newKind, path, tag);
    }
}
