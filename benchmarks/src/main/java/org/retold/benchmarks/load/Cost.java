package org.retold.benchmarks.load;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.retold.local.stack.Part;

/**
 * Processor time that this process and the parts of a stack have taken since they began.
 *
 * @param parts by their names; what a part started and still runs counts with it
 */
record Cost(Map<String, Duration> parts) {

    private static final String THIS = "who pushes and listens";

    static Cost soFar(Collection<Part> stack) {
        Map<String, Duration> parts = new TreeMap<>();
        stack.forEach(part -> parts.put(part.name(), of(part.processes())));
        parts.put(THIS, of(List.of(ProcessHandle.current())));
        return new Cost(parts);
    }

    private static Duration of(List<ProcessHandle> processes) {
        return processes.stream()
                .flatMap(process -> process.info().totalCpuDuration().stream())
                .reduce(Duration.ZERO, Duration::plus);
    }

    /** Milliseconds of each part that were taken since then, for each of so many articles. */
    Map<String, Double> eachSince(Cost before, long articles) {
        Map<String, Double> each = new TreeMap<>();
        parts.forEach((part, time) -> each.put(
                part,
                (double) time.minus(before.parts.getOrDefault(part, Duration.ZERO))
                                .toMillis()
                        / articles));
        return each;
    }
}
