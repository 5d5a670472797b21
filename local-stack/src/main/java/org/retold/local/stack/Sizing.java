package org.retold.local.stack;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.util.List;

/** How much memory the processes may take, and whether they start fast or run fast. */
public enum Sizing {
    /** All of it in less than 2.5 GiB; compiled for a quick start. */
    DEMO,
    /** For own feeds over months. */
    LASTING;

    private static final long MEBIBYTE = 1 << 20;

    List<String> options(Service service) {
        return switch (this) {
            case DEMO -> List.of("-Xmx128m", "-XX:TieredStopAtLevel=1");
            case LASTING ->
                service == Service.DEDUPE
                        // What is new is dropped soon or stays for months; room for the former keeps it from the
                        // latter.
                        ? List.of("-Xmx%dm".formatted(indexHeap(machineMemory())), "-Xmn512m")
                        : List.of("-Xmx256m");
        };
    }

    List<String> brokerOptions() {
        return switch (this) {
            case DEMO -> List.of("-Xmx144m", "-XX:TieredStopAtLevel=1");
            case LASTING -> List.of("-Xmx384m");
        };
    }

    /** Of PostgreSQL, as its command takes them. */
    List<String> databaseOptions() {
        return switch (this) {
            case DEMO -> List.of();
            // Pages are written whole after each checkpoint, and indexes of words touch many of them.
            case LASTING ->
                List.of(
                        "-c",
                        "shared_buffers=%dMB".formatted(databaseBuffers(machineMemory())),
                        "-c",
                        "max_wal_size=2GB",
                        "-c",
                        "checkpoint_timeout=15min");
        };
    }

    /**
     * Mebibytes for the articles that new ones are compared with, 4 KB each, and what is dropped soon: a quarter of the
     * memory, 1.5 to 8 GiB, which are more than a million articles.
     */
    static long indexHeap(long machineBytes) {
        return Math.clamp(machineBytes / 4 / MEBIBYTE, 1536, 8192);
    }

    /** Mebibytes of pages that PostgreSQL holds itself: a sixteenth of the memory, at most a gibibyte. */
    static long databaseBuffers(long machineBytes) {
        return Math.clamp(machineBytes / 16 / MEBIBYTE, 128, 1024);
    }

    private static long machineMemory() {
        return ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getTotalMemorySize();
    }
}
