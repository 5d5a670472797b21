package org.retold.local.stack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.retold.local.process.Directories;

/** The directory that holds all state of one stack, held by one launcher at a time. */
public final class DataDirectory implements AutoCloseable {

    private static final long LEAST_FREE_BYTES = 512L * 1024 * 1024;
    private static final long HARDLY_ANY_BYTES = 4L * 1024 * 1024;
    private static final String LOCK = "launcher.lock";

    private final Path path;
    private final FileChannel lock;

    private DataDirectory(Path path, FileChannel lock) {
        this.path = path;
        this.lock = lock;
    }

    /**
     * Returns once the children of a launcher that was killed have ended.
     *
     * @throws Trouble when another launcher holds it, it cannot be written, or the disk is nearly full
     */
    public static DataDirectory hold(Path path) {
        return hold(path, LEAST_FREE_BYTES);
    }

    static DataDirectory hold(Path path, long leastFreeBytes) {
        try {
            Files.createDirectories(path);
            long free = Files.getFileStore(path).getUsableSpace();
            if (free < leastFreeBytes) {
                throw new Trouble("Only %d MB are free on the disk of %s; Retold needs at least %d MB."
                        .formatted(free / 1_000_000, path, leastFreeBytes / 1_000_000));
            }
            FileChannel channel = FileChannel.open(
                    path.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
            if (tryLock(channel) == null) {
                String holder = content(channel);
                channel.close();
                throw new Trouble(
                        "Another Retold (process %s) runs on %s: stop it, or give another directory with --data DIR."
                                .formatted(holder, path));
            }
            channel.truncate(0);
            channel.write(
                    ByteBuffer.wrap(Long.toString(ProcessHandle.current().pid()).getBytes(StandardCharsets.US_ASCII)));
            DataDirectory held = new DataDirectory(path, channel);
            held.leftovers().awaitEnd();
            return held;
        } catch (IOException e) {
            throw new Trouble("%s cannot be used as the data directory: %s.".formatted(path, reason(e)));
        }
    }

    /** Deletes all that an earlier run left. */
    public void empty() {
        try (Stream<Path> entries = Files.list(path)) {
            List<Path> old = entries.filter(entry -> !entry.endsWith(LOCK)).toList();
            for (Path entry : old) {
                if (Files.isDirectory(entry)) {
                    Directories.delete(entry);
                } else {
                    Files.delete(entry);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot empty " + path, e);
        }
    }

    /** Whether hardly a byte more can be written. */
    public boolean isFull() {
        try {
            return Files.getFileStore(path).getUsableSpace() < HARDLY_ANY_BYTES;
        } catch (IOException e) {
            return false;
        }
    }

    Leftovers leftovers() {
        return new Leftovers(path.resolve("run"));
    }

    public Path path() {
        return path;
    }

    @Override
    public void close() {
        try {
            lock.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException e) {
            return null; // Held by another stack of this very process.
        }
    }

    private static String content(FileChannel channel) throws IOException {
        ByteBuffer buffer = ByteBuffer.allocate(20);
        channel.read(buffer, 0);
        return new String(buffer.array(), 0, buffer.position(), StandardCharsets.US_ASCII);
    }

    private static String reason(IOException e) {
        return e.getClass().getSimpleName().replace("Exception", "") + " (" + e.getMessage() + ")";
    }
}
