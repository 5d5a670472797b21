package org.retold.ingest;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Optional;
import org.jboss.logging.Logger;

/** What a call that changes something must bring. */
public final class OperatorToken {

    private static final Logger LOG = Logger.getLogger(OperatorToken.class);
    private static final int BYTES = 24;

    private final byte[] token;

    private OperatorToken(String token) {
        this.token = token.getBytes(UTF_8);
    }

    /** The token that is set, else the one in the data directory, else a new one that is kept there. */
    static OperatorToken from(Optional<String> set, Path data) {
        Optional<String> given = set.map(String::strip).filter(token -> !token.isEmpty());
        return new OperatorToken(given.orElseGet(() -> kept(data.resolve("operator-token"))));
    }

    /** Takes the same time wherever the first difference is. */
    public boolean isBroughtBy(String presented) {
        return MessageDigest.isEqual(token, presented.getBytes(UTF_8));
    }

    private static String kept(Path file) {
        try {
            return Files.exists(file) ? read(file) : generated(file);
        } catch (IOException e) {
            throw new UncheckedIOException("the operator token cannot be kept in " + file, e);
        }
    }

    private static String read(Path file) throws IOException {
        String token = Files.readString(file).strip();
        if (token.isEmpty()) {
            throw new IOException(file + " is empty; delete it, or write a token into it");
        }
        return token;
    }

    private static String generated(Path file) throws IOException {
        byte[] random = new byte[BYTES];
        new SecureRandom().nextBytes(random);
        String token = HexFormat.of().formatHex(random);
        if (file.getParent() != null) {
            Files.createDirectories(file.getParent());
        }
        Path unfinished = Files.createTempFile(file.toAbsolutePath().getParent(), ".operator-token", "", onlyOurs());
        try {
            Files.writeString(unfinished, token + "\n", StandardOpenOption.WRITE);
            Files.createLink(file, unfinished);
        } catch (FileAlreadyExistsException e) {
            return read(file);
        } finally {
            Files.deleteIfExists(unfinished);
        }
        LOG.infof("operator token generated, it is printed only this once token=%s file=%s", token, file);
        return token;
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
