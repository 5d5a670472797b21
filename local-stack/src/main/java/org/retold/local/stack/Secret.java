package org.retold.local.stack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;

/**
 * A secret that is kept in a file which only its owner can read.
 *
 * @param isNew whether it was made just now
 */
record Secret(String value, boolean isNew) {

    private static final int BYTES = 24;

    /** The one that is kept there, or a new one. */
    static Secret keptIn(Path file) {
        try {
            if (Files.exists(file)) {
                return new Secret(Files.readString(file).strip(), false);
            }
            byte[] random = new byte[BYTES];
            new SecureRandom().nextBytes(random);
            String value = Base64.getUrlEncoder().withoutPadding().encodeToString(random);
            Path beside = Files.createTempFile(
                    file.getParent(),
                    "secret",
                    ".new",
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            Files.writeString(beside, value + "\n");
            Files.move(beside, file, StandardCopyOption.ATOMIC_MOVE);
            return new Secret(value, true);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot keep a secret in " + file, e);
        }
    }
}
