package org.retold.normalize.credit;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A paragraph, or a line of the margins; its sentences are cut once, when first asked for, for all who read credits. */
final class Line {

    private final String text;
    private @Nullable List<String> sentences;

    private Line(String text) {
        this.text = text;
    }

    static List<Line> of(List<String> texts) {
        return texts.stream().map(Line::new).toList();
    }

    /** The sentences of several lines, in their order. */
    static Stream<String> sentences(List<Line> lines) {
        return lines.stream().flatMap(line -> line.sentences().stream());
    }

    String text() {
        return text;
    }

    List<String> sentences() {
        if (sentences == null) {
            sentences = Sentences.of(text);
        }
        return sentences;
    }
}
