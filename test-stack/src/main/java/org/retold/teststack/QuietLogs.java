package org.retold.teststack;

import java.util.List;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Collectors;

/** A broker tells its whole configuration; a test report is easier to read without it. */
public final class QuietLogs {

    /** Categories of which only warnings are shown. */
    private static final List<String> CATEGORIES =
            List.of("org.apache.kafka", "kafka", "state.change.logger", "org.testcontainers");

    /** Held, because a logger that nobody holds forgets its level. */
    private static final List<Logger> LOGGERS =
            CATEGORIES.stream().map(Logger::getLogger).toList();

    private QuietLogs() {}

    /** The same for a Quarkus application, as settings. */
    public static Map<String, String> settings() {
        return CATEGORIES.stream()
                .collect(Collectors.toMap("quarkus.log.category.\"%s\".level"::formatted, category -> "WARN"));
    }

    /** In this JVM, where no application says otherwise. */
    public static void begin() {
        show(Level.WARNING);
    }

    /** The same where brokers come and go, and are missed, because the test has it so. */
    public static void onlyErrors() {
        show(Level.SEVERE);
    }

    private static void show(Level least) {
        LOGGERS.forEach(logger -> logger.setLevel(least));
    }
}
