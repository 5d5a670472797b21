package org.retold.local.process;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;

/** The log of one child: grows to a bound, with one older file beside it. */
final class LogFile {

    private static final long LARGEST_BYTES = 16L * 1024 * 1024;
    private static final int TAIL_BYTES = 8 * 1024;
    private static final int TAIL_LINES = 40;

    private LogFile() {}

    /** Called before each life of a child. */
    static void prepare(Path log) throws IOException {
        Files.createDirectories(log.getParent());
        if (Files.exists(log) && Files.size(log) > LARGEST_BYTES) {
            Path older = log.resolveSibling(log.getFileName() + ".1");
            Files.move(log, older, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    /** What stands there from this byte on, its last lines only; nothing where it cannot be read. */
    static List<String> lastLines(Path log, long from) {
        try (RandomAccessFile file = new RandomAccessFile(log.toFile(), "r")) {
            long start = Math.max(from, file.length() - TAIL_BYTES);
            byte[] tail = new byte[(int) Math.max(0, file.length() - start)];
            file.seek(start);
            file.readFully(tail);
            List<String> lines =
                    new String(tail, StandardCharsets.UTF_8).lines().toList();
            return lines.subList(Math.max(0, lines.size() - TAIL_LINES), lines.size());
        } catch (IOException e) {
            return List.of();
        }
    }

    static long length(Path log) {
        try {
            return Files.size(log);
        } catch (IOException e) {
            return 0;
        }
    }
}
