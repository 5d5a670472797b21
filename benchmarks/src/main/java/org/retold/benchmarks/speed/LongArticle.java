package org.retold.benchmarks.speed;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/** The French article of 600 words, written for these measurements, that every speed of sketching is measured on. */
record LongArticle(String title, List<String> paragraphs) {

    static LongArticle read() {
        try (InputStream file = Objects.requireNonNull(LongArticle.class.getResourceAsStream("article.txt"))) {
            List<String> lines = new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
            return new LongArticle(lines.getFirst(), lines.subList(1, lines.size()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** All of it in one piece, for those who take no paragraphs. */
    String text() {
        return title + "\n" + String.join("\n", paragraphs);
    }
}
