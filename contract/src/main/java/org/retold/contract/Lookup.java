package org.retold.contract;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A probe that is compared with all articles and not inserted.
 *
 * @param language two letters, absent when it is to be guessed
 * @param published date of the text, where the asker knows it
 */
public record Lookup(
        String id,
        @Nullable String title,
        List<String> paragraphs,
        @Nullable String language,
        @Nullable Instant published,
        Instant asked) {

    public Lookup {
        Required.text(id, "id");
        Required.present(asked, "asked");
        paragraphs = Required.list(paragraphs);
    }
}
