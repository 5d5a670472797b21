package org.retold.benchmarks.api;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * What the whole machine reads from its disks. A database whose files are not in memory is measured together with the
 * disk; some machines let go of what was not used for a while.
 */
final class DiskReads {

    private static final Path COUNTERS = Path.of("/proc/vmstat");
    private static final String KIBIBYTES = "pgpgin ";

    private DiskReads() {}

    /** Since the machine was started, in MiB; not a number where nothing tells. */
    static double mebibytes() throws IOException {
        if (!Files.exists(COUNTERS)) {
            return Double.NaN;
        }
        return Files.readAllLines(COUNTERS).stream()
                .filter(line -> line.startsWith(KIBIBYTES))
                .mapToDouble(line -> Double.parseDouble(line.substring(KIBIBYTES.length())) / 1024)
                .findFirst()
                .orElse(Double.NaN);
    }
}
