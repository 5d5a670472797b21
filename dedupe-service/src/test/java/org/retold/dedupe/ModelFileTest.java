package org.retold.dedupe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.retold.contract.Json;
import org.retold.dedupe.verify.Model;

class ModelFileTest {

    @TempDir
    Path directory;

    @Test
    void whatTheTrainingWroteIsAModel() throws IOException {
        Path file = Files.write(directory.resolve("model.json"), Json.write(Model.shipped()));

        assertThat(ModelFile.read(file)).isEqualTo(Model.shipped());
    }

    @Test
    void whatIsNoModelIsRefusedInOneSentence() throws IOException {
        Path none = directory.resolve("none.json");
        Path text = Files.writeString(directory.resolve("text.json"), "no model");
        Path other = Files.writeString(directory.resolve("other.json"), "{\"version\":\"1\",\"features\":[]}");

        for (Path file : new Path[] {none, text, other, directory}) {
            assertThatThrownBy(() -> ModelFile.read(file))
                    .isInstanceOf(IllegalArgumentException.class)
                    .message()
                    .startsWith("the model in " + file + " cannot be used: ")
                    .doesNotContain("\n");
        }
    }
}
