package org.retold.benchmarks.topology;

import java.util.ArrayList;
import java.util.List;

/**
 * What is measured.
 *
 * @param sizes articles in the index when a measurement begins, ascending
 * @param window articles that are measured at each size
 * @param instances of the dedupe service
 * @param threads of each of them
 * @param ownCores whether the service has the first core and the broker the second; else both have all
 * @param heap of the dedupe service, as {@code -Xmx} takes it
 * @param restart whether restarts are measured at the end
 * @param javaOptions more options for the dedupe service's JVM
 */
record Setup(
        List<Integer> sizes,
        int window,
        int instances,
        int threads,
        boolean ownCores,
        String heap,
        boolean restart,
        List<String> javaOptions) {

    Setup {
        sizes = sizes.stream().sorted().toList();
        javaOptions = List.copyOf(javaOptions);
        if (sizes.isEmpty() || sizes.getFirst() < 1 || window < 1 || instances < 1 || threads < 1) {
            throw new IllegalArgumentException("sizes, window, instances and threads are 1 or more");
        }
    }

    static Setup of(String[] arguments) {
        List<Integer> sizes = new ArrayList<>();
        List<String> javaOptions = new ArrayList<>();
        int window = 5_000;
        int instances = 1;
        int threads = 2;
        boolean ownCores = true;
        boolean restart = false;
        String heap = "2g";
        for (String argument : arguments) {
            String value = argument.substring(argument.indexOf('=') + 1);
            switch (argument.substring(0, argument.length() - value.length())) {
                case "--window=" -> window = number(value);
                case "--instances=" -> instances = number(value);
                case "--threads=" -> threads = number(value);
                case "--heap=" -> heap = value;
                case "--java=" -> javaOptions.add(value);
                case "" -> {
                    switch (value) {
                        case "--all-cores" -> ownCores = false;
                        case "--restart" -> restart = true;
                        default -> sizes.add(number(value));
                    }
                }
                default -> throw new IllegalArgumentException("'%s' is not known".formatted(argument));
            }
        }
        return new Setup(
                sizes.isEmpty() ? List.of(10_000) : sizes,
                window,
                instances,
                threads,
                ownCores,
                heap,
                restart,
                javaOptions);
    }

    private static int number(String text) {
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("'%s' is neither a number nor an option".formatted(text), e);
        }
    }
}
