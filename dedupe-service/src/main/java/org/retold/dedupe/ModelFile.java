package org.retold.dedupe;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Objects;
import org.apache.kafka.common.errors.SerializationException;
import org.retold.contract.Json;
import org.retold.dedupe.verify.Model;

/** A model that the operator gives in place of the one that ships. */
final class ModelFile {

    private ModelFile() {}

    /** @throws IllegalArgumentException when it holds no model for these features; the message is one sentence */
    static Model read(Path file) {
        try {
            return Objects.requireNonNull(Json.read(Model.class, Files.readAllBytes(file)));
        } catch (NoSuchFileException e) {
            throw unusable(file, "there is no such file", e);
        } catch (IOException e) {
            throw unusable(file, "it cannot be read", e);
        } catch (SerializationException e) {
            String message = String.valueOf(e.getMessage());
            throw unusable(file, message.lines().findFirst().orElse(message), e);
        }
    }

    private static IllegalArgumentException unusable(Path file, String reason, Exception cause) {
        return new IllegalArgumentException("the model in %s cannot be used: %s".formatted(file, reason), cause);
    }
}
