package org.retold.benchmarks.score;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class QualityPageTest {

    @TempDir
    Path folder;

    @Test
    void aSectionIsReplacedAndTheRestStays() throws IOException {
        Path file = folder.resolve("quality.md");
        Files.writeString(file, """
                # Figures

                <!-- a: begin -->
                old
                <!-- a: end -->

                After.
                """);

        new QualityPage(file).write("a", "new\n");
        new QualityPage(file).write("b", "more");

        assertThat(file).hasContent("""
                        # Figures

                        <!-- a: begin -->
                        new
                        <!-- a: end -->

                        After.

                        <!-- b: begin -->
                        more
                        <!-- b: end -->
                        """);
    }
}
