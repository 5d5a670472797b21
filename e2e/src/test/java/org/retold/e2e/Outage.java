package org.retold.e2e;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.retold.local.stack.LocalStack;
import org.retold.local.stack.Part;
import org.retold.local.stack.Service;

/**
 * A part of the stack that does not answer for a while.
 *
 * @param what for people
 * @param touches the services that need it
 */
record Outage(String what, Set<Service> touches, Step begin, Step end) {

    /** Changes how the machine or a process is. */
    interface Step {

        void take() throws IOException, InterruptedException;
    }

    /** It is not there: who calls it is refused. */
    static Outage away(Part part) {
        return new Outage(part.name() + " is away", touchedBy(part), part::takeAway, part::bringBack);
    }

    /** It is stopped as it stands: who calls it waits. */
    static Outage hangs(Part part) {
        List<ProcessHandle> stopped = new ArrayList<>();
        return new Outage(
                part.name() + " hangs",
                touchedBy(part),
                () -> {
                    stopped.addAll(part.processes());
                    signal("STOP", stopped);
                },
                () -> signal("CONT", stopped));
    }

    /** What is sent to it and what it answers is lost on the way. Needs root and iptables. */
    static Outage unreachable(Part part) {
        return new Outage(
                part.name() + " cannot be reached",
                touchedBy(part),
                () -> drop("--append", part.port()),
                () -> drop("--delete", part.port()));
    }

    /** Whether {@link #unreachable} can be had here. */
    static boolean canDropPackets() throws IOException, InterruptedException {
        try {
            return run(List.of("iptables", "--list", "INPUT")) == 0;
        } catch (IOException e) {
            return false; // there is no iptables
        }
    }

    private static Set<Service> touchedBy(Part part) {
        return part.name().equals(LocalStack.KAFKA) ? Set.of(Service.values()) : Set.of(Service.INGEST, Service.API);
    }

    private static void signal(String signal, List<ProcessHandle> processes) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("kill", "-" + signal));
        processes.forEach(process -> command.add(Long.toString(process.pid())));
        run(command); // one of PostgreSQL's may have ended meanwhile
    }

    private static void drop(String change, int port) throws IOException, InterruptedException {
        for (String end : List.of("--dport", "--sport")) {
            List<String> rule = List.of("--protocol", "tcp", end, Integer.toString(port), "--jump", "DROP");
            List<String> command = Stream.concat(Stream.of("iptables", "--wait", change, "INPUT"), rule.stream())
                    .toList();
            if (run(command) != 0) {
                throw new IOException("refused: " + String.join(" ", command));
            }
        }
    }

    private static int run(List<String> command) throws IOException, InterruptedException {
        return new ProcessBuilder(command).inheritIO().start().waitFor();
    }

    @Override
    public String toString() {
        return what;
    }
}
