package org.retold.benchmarks.topology;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.retold.local.process.Tether;

/** A process on some of the machine's cores, where the system can pin it; it ends when we do. */
public final class PinnedProcess {

    private static final double TICKS_A_SECOND = 100;
    private static final int USER_TICKS = 11;
    private static final int SYSTEM_TICKS = 12;

    private final Process process;

    private PinnedProcess(Process process) {
        this.process = process;
    }

    /** @param cores as taskset takes them, for example {@code 0} or {@code 0,1} */
    public static PinnedProcess start(List<String> command, String cores, Map<String, String> environment, Path log)
            throws IOException {
        List<String> pinned = new ArrayList<>();
        if (canPin()) {
            pinned.addAll(List.of("taskset", "-c", cores));
        }
        pinned.addAll(command);
        ProcessBuilder builder = new ProcessBuilder(Tether.tied("TERM", pinned))
                .redirectErrorStream(true)
                .redirectOutput(Redirect.appendTo(log.toFile()));
        builder.environment().putAll(environment);
        return new PinnedProcess(builder.start());
    }

    /** All threads of this process, and those to come. */
    static void pinThis(String cores) throws IOException, InterruptedException {
        if (canPin()) {
            String self = Long.toString(ProcessHandle.current().pid());
            new ProcessBuilder("taskset", "-a", "-p", "-c", cores, self)
                    .redirectOutput(Redirect.DISCARD)
                    .start()
                    .waitFor();
        }
    }

    public static boolean canPin() {
        return Files.isExecutable(Path.of("/usr/bin/taskset"));
    }

    public long pid() {
        return process.pid();
    }

    public boolean isAlive() {
        return process.isAlive();
    }

    /** CPU time it has taken so far, all threads together. */
    public double cpuSeconds() throws IOException {
        String stat = Files.readString(Path.of("/proc", Long.toString(pid()), "stat"));
        String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
        return (Long.parseLong(fields[USER_TICKS]) + Long.parseLong(fields[SYSTEM_TICKS])) / TICKS_A_SECOND;
    }

    /** As {@code kill -9} does. */
    void kill() {
        process.destroyForcibly();
        process.onExit().join();
    }

    /** Asks it to end, and insists after a minute. */
    public void stop() {
        process.destroy();
        process.onExit()
                .completeOnTimeout(process, 1, TimeUnit.MINUTES)
                .thenAccept(Process::destroyForcibly)
                .join();
        process.onExit().join();
    }
}
