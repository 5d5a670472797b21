package org.retold.local.process;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/**
 * What to run.
 *
 * @param name as people know it
 * @param command asked anew for each life of the process
 * @param environment set on top of ours
 * @param log file that its output is added to
 * @param stopSignal the signal that asks it to end, for example {@code TERM}
 */
public record Child(
        String name, Supplier<List<String>> command, Map<String, String> environment, Path log, String stopSignal) {

    public Child {
        environment = Map.copyOf(environment);
    }
}
