package org.retold.local.stack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.retold.local.process.Life;

/** Children of a launcher that was killed: they are ending, and hold their ports and files until they did. */
final class Leftovers {

    private static final Duration PATIENCE = Duration.ofSeconds(15);

    private static final Duration LOOK_AGAIN = Duration.ofMillis(50);

    private final Path directory;

    /** @param directory holds one file per child: its process number and when it started */
    Leftovers(Path directory) {
        this.directory = directory;
    }

    void remember(String part, ProcessHandle process) {
        try {
            Files.createDirectories(directory);
            Files.writeString(directory.resolve(part), process.pid() + " " + started(process));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write to " + directory, e);
        }
    }

    /** Returns when none of them is left; kills those that take too long. */
    void awaitEnd() {
        if (!Files.isDirectory(directory)) {
            return;
        }
        try (Stream<Path> files = Files.list(directory)) {
            List<ProcessHandle> alive =
                    files.map(Leftovers::process).flatMap(Optional::stream).toList();
            for (ProcessHandle process : alive) {
                end(process);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + directory, e);
        }
    }

    private static void end(ProcessHandle process) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!Life.isOver(process)) {
            if (System.nanoTime() > deadline) {
                process.destroyForcibly();
            }
            try {
                Thread.sleep(LOOK_AGAIN);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    /** Empty where the number belongs to nobody, or to somebody who started at another time. */
    private static Optional<ProcessHandle> process(Path file) {
        try {
            String[] numberAndStart = Files.readString(file).strip().split(" ", 2);
            return ProcessHandle.of(Long.parseLong(numberAndStart[0]))
                    .filter(process ->
                            numberAndStart.length == 2 && started(process).equals(numberAndStart[1]));
        } catch (IOException | NumberFormatException e) {
            return Optional.empty();
        }
    }

    private static String started(ProcessHandle process) {
        return process.info().startInstant().map(Instant::toString).orElse("unknown");
    }
}
