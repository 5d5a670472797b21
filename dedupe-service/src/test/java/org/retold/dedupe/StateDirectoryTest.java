package org.retold.dedupe;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StateDirectoryTest {

    @TempDir
    Path directory;

    @Test
    void allItsFilesCount() throws IOException {
        Files.write(directory.resolve("a"), new byte[7]);
        Files.createDirectories(directory.resolve("0_0/rocksdb"));
        Files.write(directory.resolve("0_0/rocksdb/b.sst"), new byte[35]);

        assertThat(new StateDirectory(directory).bytes()).isEqualTo(42);
    }

    @Test
    void whatIsNotThereYetIsEmpty() {
        assertThat(new StateDirectory(directory.resolve("later")).bytes()).isZero();
    }
}
