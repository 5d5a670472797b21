package org.retold.e2e;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;

/** A file system that is soon full, held in memory. Needs root. */
final class SmallDisk implements AutoCloseable {

    private static final int BLOCK = 64 * 1024;

    private final Path directory;
    private final Path rest;

    private SmallDisk(Path directory) {
        this.directory = directory;
        this.rest = directory.resolve("somebody-elses-file");
    }

    static SmallDisk mounted(Path directory, int mebibytes) throws IOException {
        Path absolute = Files.createDirectories(directory.toAbsolutePath());
        if (run("mount", "-t", "tmpfs", "-o", "size=%dm".formatted(mebibytes), "retold", absolute.toString()) != 0) {
            throw new IOException("%s cannot be mounted".formatted(absolute));
        }
        return new SmallDisk(absolute);
    }

    static boolean canBeHad() {
        try {
            return run("unshare", "--mount", "true") == 0;
        } catch (IOException e) {
            return false;
        }
    }

    Path directory() {
        return directory;
    }

    /** Takes what is left of it; what others give up meanwhile too. */
    void fill() throws IOException {
        ByteBuffer block = ByteBuffer.allocateDirect(BLOCK);
        try (FileChannel file = FileChannel.open(
                rest, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.APPEND)) {
            while (freeBytes() > 0) {
                block.clear().limit((int) Math.min(BLOCK, freeBytes()));
                file.write(block);
            }
        } catch (IOException e) {
            if (freeBytes() > BLOCK) {
                throw e; // not because it is full
            }
        }
    }

    void makeRoom() throws IOException {
        Files.delete(rest);
    }

    long freeBytes() throws IOException {
        return Files.getFileStore(directory).getUsableSpace();
    }

    private static int run(String... command) throws IOException {
        return new ProcessBuilder(List.of(command))
                .inheritIO()
                .start()
                .onExit()
                .join()
                .exitValue();
    }

    @Override
    public void close() throws IOException {
        if (run("umount", "--lazy", directory.toString()) != 0) {
            throw new IOException("%s cannot be unmounted".formatted(directory));
        }
    }
}
