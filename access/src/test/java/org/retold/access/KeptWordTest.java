package org.retold.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeptWordTest {

    @TempDir
    Path data;

    @Test
    void aWordIsMadeForOurEyesOnlyAndKept() throws IOException {
        Path file = data.resolve("new").resolve("operator-token");

        String word = KeptWord.in(file);

        assertThat(word).hasSize(48);
        assertThat(Files.readString(file).strip()).isEqualTo(word);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(KeptWord.in(file)).isEqualTo(word);
        try (var files = Files.list(data.resolve("new"))) {
            assertThat(files).containsExactly(file);
        }
    }

    @Test
    void anEmptyFileIsNoWordThatEverybodyKnows() throws IOException {
        Path file = Files.writeString(data.resolve("operator-token"), "\n");

        assertThatThrownBy(() -> KeptWord.in(file)).isInstanceOf(UncheckedIOException.class);
    }
}
