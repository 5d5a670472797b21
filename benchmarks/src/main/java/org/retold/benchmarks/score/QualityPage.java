package org.retold.benchmarks.score;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A page of figures whose sections are written by commands, each between two markers of its name. */
public final class QualityPage {

    private final Path file;

    public QualityPage(Path file) {
        this.file = file;
    }

    public void write(String section, String text) throws IOException {
        String begin = "<!-- %s: begin -->".formatted(section);
        String end = "<!-- %s: end -->".formatted(section);
        String page = Files.exists(file) ? Files.readString(file) : "# How well retellings are found\n";
        String written = begin + "\n" + text.strip() + "\n" + end;
        int from = page.indexOf(begin);
        int to = page.indexOf(end);
        String next = from >= 0 && to > from
                ? page.substring(0, from) + written + page.substring(to + end.length())
                : page.stripTrailing() + "\n\n" + written + "\n";
        Files.createDirectories(file.toAbsolutePath().getParent());
        Files.writeString(file, next);
    }
}
