package org.retold.ingest.poll;

import org.jspecify.annotations.Nullable;

/** What a publisher takes back to tell whether a copy is still good, letter by letter. */
public record Validators(@Nullable String etag, @Nullable String lastModified) {

    /** There are none. */
    public static final Validators NONE = new Validators(null, null);
}
