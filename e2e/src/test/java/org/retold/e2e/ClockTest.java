package org.retold.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Iterator;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The clock of the services jumps ahead, and back again, while articles come in. Kafka's and PostgreSQL's stays: they may be on
 * other machines. Needs libfaketime (Debian: {@code apt install libfaketime}).
 */
@Tag("long")
class ClockTest {

    private static final long SEED = Long.getLong("retold.seed", 7);
    private static final Duration A_WHILE = Duration.ofSeconds(20);
    private static final Duration NOTICED_WITHIN = Duration.ofSeconds(2);

    /** Kafka takes no record from a clock that is more than an hour ahead of its own. */
    private static final Duration AHEAD = Duration.ofMinutes(50);

    @Test
    void aClockThatJumpsLosesNothingAndKeepsNobodyWaiting(@TempDir Path directory) throws Exception {
        Optional<Path> library = library();
        assumeTrue(library.isPresent(), "libfaketime is not installed");
        Path time = directory.resolve("time");
        set(time, Duration.ZERO);
        Map<String, String> settings = Map.of(
                "LD_PRELOAD",
                library.get().toString(),
                "FAKETIME_TIMESTAMP_FILE",
                time.toString(),
                "FAKETIME_CACHE_DURATION",
                "1",
                "FAKETIME_DONT_FAKE_MONOTONIC",
                "1",
                // Otherwise no thread of a JVM waits longer than microseconds, and all of them spin.
                "FAKETIME_FORCE_MONOTONIC_FIX",
                "0");
        try (Pipeline pipeline = new Pipeline(Path.of("target", "clock"), settings);
                Audit audit = Audit.begin(pipeline);
                SteadyLoad load = SteadyLoad.on(pipeline, SEED)) {
            Thread.sleep(A_WHILE);
            jump(time, AHEAD, load);
            jump(time, Duration.ZERO, load);
            load.stop();
            load.awaitAllIsGiven();

            audit.allIsWell(load.articles());
        }
    }

    private static void jump(Path time, Duration ahead, SteadyLoad load) throws Exception {
        set(time, ahead);
        Thread.sleep(NOTICED_WITHIN);
        int accepted = load.accepted();
        Thread.sleep(A_WHILE);
        System.out.printf(
                "  the clock is %s ahead: %d were accepted in %d s%n",
                ahead, load.accepted() - accepted, A_WHILE.toSeconds());
        assertThat(load.accepted()).as("accepted").isGreaterThan(accepted);
    }

    private static void set(Path time, Duration ahead) throws IOException {
        Files.writeString(time, "+%d".formatted(ahead.toSeconds()));
    }

    private static Optional<Path> library() throws IOException {
        try (DirectoryStream<Path> machines = Files.newDirectoryStream(Path.of("/usr/lib"), "*-linux-gnu")) {
            for (Iterator<Path> all = machines.iterator(); all.hasNext(); ) {
                Path library = all.next().resolve(Path.of("faketime", "libfaketimeMT.so.1"));
                if (Files.exists(library)) {
                    return Optional.of(library);
                }
            }
        }
        return Optional.empty();
    }
}
