package org.retold.normalize.page;

import java.util.List;

/**
 * What a reader would read.
 *
 * @param paragraphs top to bottom, headings between them included
 * @param margins lines that stood among them and are not text: datelines, bylines, sources, captions, tags
 */
public record MainText(List<String> paragraphs, List<String> margins) {

    public static final MainText NONE = new MainText(List.of(), List.of());

    public MainText {
        paragraphs = List.copyOf(paragraphs);
        margins = List.copyOf(margins);
    }

    public int length() {
        return paragraphs.stream().mapToInt(String::length).sum();
    }
}
