package org.retold.examples;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** What docs/consuming.md shows. */
final class Page {

    static final Path ROOT = Path.of(System.getProperty("retold.root"));

    private Page() {}

    /** Its code blocks in one language, top to bottom. */
    static List<String> blocks(String language) {
        return Pattern.compile("(?s)\n```" + language + "\n(.*?\n)```\n")
                .matcher(text())
                .results()
                .map((MatchResult block) -> block.group(1))
                .toList();
    }

    private static String text() {
        try {
            return Files.readString(ROOT.resolve("docs").resolve("consuming.md"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
