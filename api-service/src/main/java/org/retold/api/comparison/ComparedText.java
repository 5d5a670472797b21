package org.retold.api.comparison;

import java.util.List;
import java.util.stream.Stream;

/**
 * One of the two.
 *
 * @param language two letters, or {@code und}
 */
public record ComparedText(String title, List<String> paragraphs, String language) {

    public ComparedText {
        paragraphs = List.copyOf(paragraphs);
    }

    /** The title, then the paragraphs. */
    List<String> blocks() {
        return Stream.concat(Stream.of(title), paragraphs.stream()).toList();
    }
}
