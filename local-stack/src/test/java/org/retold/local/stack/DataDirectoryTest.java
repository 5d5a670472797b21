package org.retold.local.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class DataDirectoryTest {

    @TempDir
    Path directory;

    @Test
    void onlyOneHoldsItAtATime() {
        DataDirectory first = DataDirectory.hold(directory);

        assertThatThrownBy(() -> DataDirectory.hold(directory))
                .isInstanceOf(Trouble.class)
                .hasMessageContaining("Another Retold (process %d) runs on"
                        .formatted(ProcessHandle.current().pid()));

        first.close();
        DataDirectory.hold(directory).close();
    }

    @Test
    void emptiedItStaysHeld() throws Exception {
        Files.createDirectories(directory.resolve("kafka/letters-0"));
        Files.writeString(directory.resolve("operator-token"), "old");

        try (DataDirectory held = DataDirectory.hold(directory)) {
            held.empty();

            assertThat(directory.resolve("kafka")).doesNotExist();
            assertThat(directory.resolve("operator-token")).doesNotExist();
            assertThatThrownBy(() -> DataDirectory.hold(directory)).isInstanceOf(Trouble.class);
        }
    }

    @Test
    void aNearlyFullDiskIsRefused() {
        assertThatThrownBy(() -> DataDirectory.hold(directory, Long.MAX_VALUE))
                .isInstanceOf(Trouble.class)
                .hasMessageContaining("MB are free on the disk of " + directory);
    }

    @Test
    void aPlaceThatCannotBeADirectoryIsRefused() throws Exception {
        Path file = Files.writeString(directory.resolve("file"), "");

        assertThatThrownBy(() -> DataDirectory.hold(file))
                .isInstanceOf(Trouble.class)
                .hasMessageContaining("cannot be used as the data directory");
    }

    @Test
    void aSecretIsMadeOnceAndOnlyItsOwnerReadsIt() throws Exception {
        Path file = directory.resolve("operator-token");

        Secret made = Secret.keptIn(file);
        Secret kept = Secret.keptIn(file);

        assertThat(made.isNew()).isTrue();
        assertThat(made.value()).hasSizeGreaterThan(30);
        assertThat(kept).isEqualTo(new Secret(made.value(), false));
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
    }
}
