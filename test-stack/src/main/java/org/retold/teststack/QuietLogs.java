package org.retold.teststack;

import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;

/** A broker tells its whole configuration; a test report is easier to read without it. */
final class QuietLogs {

    /** Categories of which only warnings are shown. */
    static final List<String> CATEGORIES =
            List.of("org.apache.kafka", "kafka", "state.change.logger", "org.testcontainers");

    /** Held, because a logger that nobody holds forgets its level. */
    private static final List<Logger> LOGGERS =
            CATEGORIES.stream().map(Logger::getLogger).toList();

    private QuietLogs() {}

    static void begin() {
        LOGGERS.forEach(logger -> logger.setLevel(Level.WARNING));
    }
}
