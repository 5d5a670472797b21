package org.retold.local.postgres;

import java.nio.file.Path;

/**
 * What a PostgreSQL needs to know.
 *
 * @param directory where its data live; made when missing, and used again when not
 * @param port on the loopback address; 0 takes a free one
 * @param password of the user {@code retold}; the first start decides
 * @param durable whether a commit waits for the disk; false only where the data may be lost, as in tests
 */
public record PostgresSettings(Path directory, int port, String password, boolean durable) {

    public PostgresSettings {
        if (port < 0 || port > 65535) {
            throw new IllegalArgumentException("port %d is not within 0 and 65535".formatted(port));
        }
        if (password.isBlank()) {
            throw new IllegalArgumentException("PostgreSQL needs a password");
        }
        directory = directory.toAbsolutePath();
    }
}
