package org.retold.local;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.retold.local.stack.StackPorts;
import org.retold.local.stack.Trouble;

/** What stands behind the command: options with a value, and flags. */
record Arguments(Map<String, String> values, Set<String> flags) {

    private static final int LARGEST_PORT = 65535;

    Arguments {
        values = Map.copyOf(values);
        flags = Set.copyOf(flags);
    }

    /** @throws Trouble where something is not among these options */
    static Arguments parsed(List<String> arguments, Set<String> optionsWithValue, Set<String> knownFlags) {
        Map<String, String> values = new HashMap<>();
        Set<String> flags = new HashSet<>();
        for (int i = 0; i < arguments.size(); i++) {
            String argument = arguments.get(i);
            if (knownFlags.contains(argument)) {
                flags.add(argument);
            } else if (!optionsWithValue.contains(argument)) {
                throw new Trouble("'%s' is not an option; ./retold help lists them.".formatted(argument));
            } else if (i + 1 == arguments.size() || arguments.get(i + 1).startsWith("--")) {
                throw new Trouble("%s wants a value; ./retold help says which.".formatted(argument));
            } else {
                values.put(argument, arguments.get(++i));
            }
        }
        return new Arguments(values, flags);
    }

    Optional<Path> path(String option) {
        return Optional.ofNullable(values.get(option)).map(Path::of);
    }

    int port(String option, int usual) {
        String given = values.get(option);
        if (given == null) {
            return usual;
        }
        try {
            int port = Integer.parseInt(given);
            if (port >= 0 && port <= LARGEST_PORT) {
                return port;
            }
        } catch (NumberFormatException e) {
            // Said below.
        }
        throw new Trouble("%s wants a port, 1 to %d, or 0 for any that is free; '%s' is none."
                .formatted(option, LARGEST_PORT, given));
    }

    /** A whole number from 1 on. */
    int number(String option, int usual) {
        String given = values.get(option);
        if (given == null) {
            return usual;
        }
        try {
            int number = Integer.parseInt(given);
            if (number >= 1) {
                return number;
            }
        } catch (NumberFormatException e) {
            // Said below.
        }
        throw new Trouble("%s wants a number from 1 on; '%s' is none.".formatted(option, given));
    }

    StackPorts ports() {
        StackPorts usual = StackPorts.usual();
        return new StackPorts(
                port("--api-port", usual.api()),
                port("--ingest-port", usual.ingest()),
                port("--normalize-port", usual.normalize()),
                port("--dedupe-port", usual.dedupe()),
                port("--kafka-port", usual.kafka()),
                port("--postgres-port", usual.postgres()));
    }
}
