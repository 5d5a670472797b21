package org.retold.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every row of what is sent to harm us has its tests, and one of them at least is in every run. */
class SecurityTableTest {

    /** The tag stands before the class. */
    private static final Pattern ALL_LONG = Pattern.compile("(?m)^@Tag\\(\"long\"\\)");

    private static final Pattern TEST = Pattern.compile("`(\\w+Test)`");

    @Test
    void everyTestThatIsNamedIsThere() throws IOException {
        List<String> rows = Files.readString(Pipeline.ROOT.resolve("docs/security.md"))
                .split("## What is sent to harm us", 2)[1]
                .lines()
                .filter(line -> line.startsWith("| ") && !line.startsWith("| what |"))
                .toList();
        Map<String, Boolean> there = tests();

        assertThat(rows)
                .hasSizeGreaterThan(12)
                .allSatisfy(row -> assertThat(TEST.matcher(row)
                                .results()
                                .map(match -> match.group(1))
                                .toList())
                        .as(row)
                        .isNotEmpty()
                        .allSatisfy(test -> assertThat(there).containsKey(test))
                        .anySatisfy(test -> assertThat(there).containsEntry(test, false)));
    }

    /** By name; whether all of its cases are left to the long run. */
    private static Map<String, Boolean> tests() throws IOException {
        try (Stream<Path> files = Files.find(
                Pipeline.ROOT,
                20,
                (file, is) -> file.toString().contains("/src/test/")
                        && file.toString().endsWith("Test.java"))) {
            return files.collect(Collectors.toMap(
                    file -> file.getFileName().toString().replace(".java", ""),
                    SecurityTableTest::isLong,
                    (one, other) -> one && other));
        }
    }

    private static boolean isLong(Path test) {
        try {
            return ALL_LONG.matcher(Files.readString(test)).find();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
