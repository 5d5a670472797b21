package org.retold.teststack.fuzz;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import org.junit.jupiter.api.function.ThrowingSupplier;

/** What reading one input may take: far more than it does, far less than a hang or an explosion. */
public final class Bounds {

    private static final Duration LONGEST = Duration.ofSeconds(30);
    private static final long BYTES_AT_ALL = 16 << 20;
    private static final long BYTES_FOR_A_BYTE = 1_000;

    private Bounds() {}

    /** @param bytes size of the input */
    public static <T> T within(long bytes, ThrowingSupplier<T> reading) {
        return assertTimeoutPreemptively(LONGEST, () -> {
            ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
            long before = threads.getCurrentThreadAllocatedBytes();
            T read = reading.get();
            assertThat(threads.getCurrentThreadAllocatedBytes() - before)
                    .as("bytes allocated for %d", bytes)
                    .isLessThan(BYTES_AT_ALL + BYTES_FOR_A_BYTE * bytes);
            return read;
        });
    }
}
