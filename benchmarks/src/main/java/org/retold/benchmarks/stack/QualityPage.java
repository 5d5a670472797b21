package org.retold.benchmarks.stack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** docs/quality.md: hand-written words, with measured sections between markers. */
final class QualityPage {

    private final Path file;

    QualityPage(Path file) {
        this.file = file;
    }

    /** @throws IllegalStateException when the page has no such section */
    void replace(String section, String content) throws IOException {
        String begin = "<!-- measured: " + section + " -->\n";
        String end = "<!-- end: " + section + " -->";
        String page = Files.readString(file);
        int from = page.indexOf(begin);
        int to = page.indexOf(end);
        if (from < 0 || to < from) {
            throw new IllegalStateException("%s has no section \"%s\"".formatted(file, section));
        }
        Files.writeString(file, page.substring(0, from + begin.length()) + content + page.substring(to));
    }
}
