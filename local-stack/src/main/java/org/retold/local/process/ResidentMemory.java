package org.retold.local.process;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** Memory that processes hold, as the system counts it; pages that several share are counted for each. */
public final class ResidentMemory {

    private static final long KIBIBYTE = 1024;
    private static final String LINUX_LINE = "VmRSS:";

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
        Path status = Path.of("/proc", Long.toString(pid), "status");
        try {
            if (Files.exists(Path.of("/proc/self/status"))) {
                return Files.readAllLines(status).stream()
                        .filter(line -> line.startsWith(LINUX_LINE))
                        .mapToLong(line -> kibibytes(line.substring(LINUX_LINE.length())))
                        .sum();
            }
            Process ps = new ProcessBuilder("ps", "-o", "rss=", "-p", Long.toString(pid)).start();
            return kibibytes(new String(ps.getInputStream().readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            return 0; // It ended while we looked.
        }
    }

    private static long kibibytes(String text) {
        String digits = text.replaceAll("\\D", "");
        return digits.isEmpty() ? 0 : Long.parseLong(digits) * KIBIBYTE;
    }
}
