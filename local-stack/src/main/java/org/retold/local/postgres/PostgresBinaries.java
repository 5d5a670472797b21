package org.retold.local.postgres;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.jspecify.annotations.Nullable;
import org.retold.local.process.Directories;
import org.tukaani.xz.XZInputStream;

/** PostgreSQL's programs, unpacked once per user. */
final class PostgresBinaries {

    private static final int EXECUTABLE = 0111;

    private static @Nullable PostgresBinaries found;

    private final Path home;

    private PostgresBinaries(Path home) {
        this.home = home;
    }

    /** Finds what was unpacked before, or unpacks the archive for this machine. */
    static synchronized PostgresBinaries unpacked() {
        if (found == null) {
            found = find();
        }
        return found;
    }

    private static PostgresBinaries find() {
        String archive = archiveName();
        try (InputStream packed = PostgresBinaries.class.getResourceAsStream("/" + archive)) {
            if (packed == null) {
                throw new IllegalStateException(
                        "there is no PostgreSQL for this machine (%s) on the class path".formatted(archive));
            }
            byte[] bytes = packed.readAllBytes();
            Path home = cache().resolve("postgres-" + fingerprint(bytes));
            if (!Files.isDirectory(home)) {
                unpack(bytes, home);
            }
            return new PostgresBinaries(home);
        } catch (IOException e) {
            throw new UncheckedIOException("PostgreSQL could not be unpacked into " + cache(), e);
        }
    }

    /** Path of one of {@code initdb}, {@code pg_ctl}, {@code postgres}. */
    String program(String name) {
        return home.resolve("bin").resolve(name).toString();
    }

    private static Path cache() {
        String given = System.getenv("XDG_CACHE_HOME");
        Path base =
                given == null || given.isBlank() ? Path.of(System.getProperty("user.home"), ".cache") : Path.of(given);
        return base.resolve("retold");
    }

    private static String archiveName() {
        String system = System.getProperty("os.name").toLowerCase(Locale.ROOT).contains("mac") ? "darwin" : "linux";
        String processor = switch (System.getProperty("os.arch")) {
            case "aarch64", "arm64" -> "arm_64";
            default -> "x86_64";
        };
        return "postgres-%s-%s.txz".formatted(system, processor);
    }

    private static String fingerprint(byte[] bytes) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(bytes);
            return HexFormat.of().formatHex(digest, 0, 8);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /** Beside the place first, then moved there in one step: others may do the same at the same time. */
    private static void unpack(byte[] archive, Path home) throws IOException {
        Files.createDirectories(home.getParent());
        Path beside = Files.createTempDirectory(home.getParent(), "unpacking-");
        try (TarArchiveInputStream tar =
                new TarArchiveInputStream(new XZInputStream(new ByteArrayInputStream(archive)))) {
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                unpack(entry, tar, beside);
            }
        }
        try {
            Files.move(beside, home, StandardCopyOption.ATOMIC_MOVE);
        } catch (FileSystemException e) {
            if (!Files.isDirectory(home)) {
                throw e;
            }
            Directories.delete(beside);
        }
    }

    private static void unpack(TarArchiveEntry entry, InputStream content, Path into) throws IOException {
        Path target = into.resolve(entry.getName()).normalize();
        if (!target.startsWith(into)) {
            throw new IOException("an entry leads out of the archive: " + entry.getName());
        }
        if (entry.isDirectory()) {
            Files.createDirectories(target);
            return;
        }
        Files.createDirectories(target.getParent());
        if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(target, Path.of(entry.getLinkName()));
            return;
        }
        Files.copy(content, target);
        if ((entry.getMode() & EXECUTABLE) != 0) {
            Files.setPosixFilePermissions(target, PosixFilePermissions.fromString("rwxr-xr-x"));
        }
    }
}
