package org.retold.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OperatorTokenTest {

    @TempDir
    Path data;

    @Test
    void aTokenThatIsSetIsTheToken() {
        OperatorToken token = OperatorToken.from(Optional.of(" secret "), data);

        assertThat(token.isBroughtBy("secret")).isTrue();
        assertThat(token.isBroughtBy("Secret")).isFalse();
        assertThat(token.isBroughtBy("")).isFalse();
        assertThat(data.resolve("operator-token")).doesNotExist();
    }

    @Test
    void otherwiseOneIsGeneratedForOurEyesOnlyAndKept() throws IOException {
        OperatorToken.from(Optional.of(""), data.resolve("new"));

        Path file = data.resolve("new").resolve("operator-token");
        String kept = Files.readString(file).strip();
        assertThat(kept).hasSize(48);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(OperatorToken.from(Optional.empty(), data.resolve("new")).isBroughtBy(kept))
                .isTrue();
        try (var files = Files.list(data.resolve("new"))) {
            assertThat(files).containsExactly(file);
        }
    }

    @Test
    void anEmptyFileIsNoTokenThatEverybodyKnows() throws IOException {
        Files.writeString(data.resolve("operator-token"), "\n");

        assertThatThrownBy(() -> OperatorToken.from(Optional.empty(), data)).isInstanceOf(UncheckedIOException.class);
    }
}
