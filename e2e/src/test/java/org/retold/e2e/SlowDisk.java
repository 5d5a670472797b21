package org.retold.e2e;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * A file system on a disk of its own, which the kernel can be told to write slowly: a file as a loop device, and the limits
 * that version 1 of control groups has for all that is written to a device, whoever writes it. Needs root.
 */
final class SlowDisk implements AutoCloseable {

    private static final Path WRITES_A_SECOND = Path.of("/sys/fs/cgroup/blkio/blkio.throttle.write_iops_device");
    private static final int NO_LIMIT = 0;

    private final Path directory;
    private final Path file;
    private final String device;

    private SlowDisk(Path directory, Path file, String device) {
        this.directory = directory;
        this.file = file;
        this.device = device;
    }

    /** As fast as the disk below it. */
    static SlowDisk mounted(Path directory, int mebibytes) throws IOException {
        Path absolute = Files.createDirectories(directory.toAbsolutePath());
        Path file = absolute.resolveSibling(absolute.getFileName() + ".image");
        try (RandomAccessFile image = new RandomAccessFile(file.toFile(), "rw")) {
            image.setLength(mebibytes * 1024L * 1024);
        }
        run("mkfs.ext4", "-q", "-F", file.toString());
        SlowDisk disk = new SlowDisk(absolute, file, run("losetup", "--find", "--show", file.toString()));
        run("mount", disk.device, absolute.toString());
        return disk;
    }

    static boolean canBeHad() {
        try {
            run("losetup", "--find");
            run("unshare", "--mount", "true");
            return Files.isWritable(WRITES_A_SECOND);
        } catch (IOException e) {
            return false;
        }
    }

    Path directory() {
        return directory;
    }

    /** Waits its turn from now on whatever is written, with all that waits for it. */
    void writeSlowly(int timesASecond) throws IOException {
        Files.writeString(WRITES_A_SECOND, "%s %d".formatted(number(), timesASecond));
    }

    void writeAsFastAsItCan() throws IOException {
        writeSlowly(NO_LIMIT);
    }

    /** The device's, as the kernel counts: {@code 7:0}. */
    private String number() throws IOException {
        return Files.readString(Path.of("/sys/class/block", device.replaceFirst("/dev/", ""), "dev"))
                .strip();
    }

    private static String run(String... command) throws IOException {
        Process process =
                new ProcessBuilder(List.of(command)).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), UTF_8).strip();
        if (process.onExit().join().exitValue() != 0) {
            throw new IOException("%s: %s".formatted(String.join(" ", command), said));
        }
        return said;
    }

    @Override
    public void close() throws IOException {
        writeAsFastAsItCan();
        run("umount", "--lazy", directory.toString());
        run("losetup", "--detach", device);
        Files.delete(file);
    }
}
