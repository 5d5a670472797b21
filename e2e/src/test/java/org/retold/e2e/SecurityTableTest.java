package org.retold.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every row of what is sent to harm us has its tests. */
class SecurityTableTest {

    private static final Pattern TEST = Pattern.compile("`(\\w+Test)`");

    @Test
    void everyTestThatIsNamedIsThere() throws IOException {
        List<String> rows = Files.readString(Pipeline.ROOT.resolve("docs/security.md"))
                .split("## What is sent to harm us", 2)[1]
                .lines()
                .filter(line -> line.startsWith("| ") && !line.startsWith("| what |"))
                .toList();
        Set<String> there = tests();

        assertThat(rows)
                .hasSizeGreaterThan(12)
                .allSatisfy(row -> assertThat(TEST.matcher(row)
                                .results()
                                .map(match -> match.group(1))
                                .toList())
                        .as(row)
                        .isNotEmpty()
                        .allSatisfy(test -> assertThat(there).contains(test)));
    }

    private static Set<String> tests() throws IOException {
        try (Stream<Path> files = Files.find(
                Pipeline.ROOT,
                20,
                (file, is) -> file.toString().contains("/src/test/")
                        && file.toString().endsWith("Test.java"))) {
            return files.map(file -> file.getFileName().toString().replace(".java", ""))
                    .collect(Collectors.toSet());
        }
    }
}
