package org.retold.access;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;
import org.jboss.logging.Logger;

/** A word in a file that only we can read; made when it is first asked for. */
public final class KeptWord {

    private static final Logger LOG = Logger.getLogger(KeptWord.class);
    private static final int BYTES = 24;

    private KeptWord() {}

    /** @throws UncheckedIOException when it cannot be kept there, or the file is empty */
    public static String in(Path file) {
        try {
            return Files.exists(file) ? read(file) : generated(file);
        } catch (IOException e) {
            throw new UncheckedIOException("the operator token cannot be kept in " + file, e);
        }
    }

    private static String read(Path file) throws IOException {
        String word = Files.readString(file).strip();
        if (word.isEmpty()) {
            throw new IOException(file + " is empty; delete it, or write a token into it");
        }
        return word;
    }

    private static String generated(Path file) throws IOException {
        byte[] random = new byte[BYTES];
        new SecureRandom().nextBytes(random);
        String word = HexFormat.of().formatHex(random);
        if (file.getParent() != null) {
            Files.createDirectories(file.getParent());
        }
        Path unfinished = Files.createTempFile(file.toAbsolutePath().getParent(), ".operator-token", "", onlyOurs());
        try {
            Files.writeString(unfinished, word + "\n", StandardOpenOption.WRITE);
            Files.createLink(file, unfinished);
        } catch (FileAlreadyExistsException e) {
            return read(file);
        } finally {
            Files.deleteIfExists(unfinished);
        }
        LOG.infof("operator token generated, it is in that file only file=%s", file);
        return word;
    }

    private static FileAttribute<?>[] onlyOurs() {
        boolean posix = FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
        return posix
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
    }
}
