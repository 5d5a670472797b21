package org.retold.api.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.lang.reflect.Method;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Properties;
import org.junit.jupiter.api.Test;

class WordsTest {

    @Test
    void whateverIsSaidInEnglishIsSaidInFrench() throws IOException {
        Properties french = new Properties();
        try (Reader lines = Files.newBufferedReader(
                Path.of("src/main/resources/messages/words_fr.properties"), StandardCharsets.UTF_8)) {
            french.load(lines);
        }

        assertThat(french.stringPropertyNames())
                .containsExactlyInAnyOrderElementsOf(Arrays.stream(Words.class.getMethods())
                        .map(Method::getName)
                        .toList());
    }
}
