package org.retold.local.process;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/**
 * Memory that processes hold, as the system counts it. Linux counts a page that several share, as PostgreSQL's buffers are,
 * once among them; elsewhere it is counted for each.
 */
public final class ResidentMemory {

    private static final long KIBIBYTE = 1024;
    private static final String SHARE = "Pss:";

    private ResidentMemory() {}

    /** Bytes of this process and all it started. */
    public static long ofThisAndAllItStarted() {
        ProcessHandle self = ProcessHandle.current();
        return Stream.concat(Stream.of(self), self.descendants())
                .mapToLong(process -> of(process.pid()))
                .sum();
    }

    /** Bytes of one process; 0 when it has ended. */
    public static long of(long pid) {
        try {
            if (Files.isReadable(mappings("self"))) {
                return Files.readAllLines(mappings(Long.toString(pid))).stream()
                        .filter(line -> line.startsWith(SHARE))
                        .mapToLong(ResidentMemory::kibibytes)
                        .sum();
            }
            Process ps = new ProcessBuilder("ps", "-o", "rss=", "-p", Long.toString(pid)).start();
            return kibibytes(new String(ps.getInputStream().readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            return 0; // It ended while we looked.
        }
    }

    private static Path mappings(String process) {
        return Path.of("/proc", process, "smaps_rollup");
    }

    private static long kibibytes(String text) {
        String digits = text.replaceAll("\\D", "");
        return digits.isEmpty() ? 0 : Long.parseLong(digits) * KIBIBYTE;
    }
}
