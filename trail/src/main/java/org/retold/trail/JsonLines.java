package org.retold.trail;

import io.quarkus.logging.LoggingFilter;
import java.util.logging.Filter;
import java.util.logging.LogRecord;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logmanager.handlers.ConsoleHandler;
import org.jspecify.annotations.Nullable;

/**
 * Keeps lines from the console that writes text, and writes them as JSON instead; in either, exceptions are
 * {@link Unquoted}. A filter is what Quarkus gives a console
 * before the first line is written to it; a formatter it takes from its own extensions only.
 */
@LoggingFilter(name = "json-lines")
public final class JsonLines implements Filter {

    /** Absent where lines stay text. */
    private final @Nullable ConsoleHandler json;

    /**
     * @param format {@code text} or {@code json}
     * @param service which service it is that speaks
     */
    public JsonLines(
            @ConfigProperty(name = "retold.log.format") String format,
            @ConfigProperty(name = "quarkus.application.name") String service) {
        json = switch (format) {
            case "text" -> null;
            case "json" -> new ConsoleHandler(new JsonLine(service));
            default ->
                throw new IllegalArgumentException("RETOLD_LOG_FORMAT is '%s', not text or json.".formatted(format));
        };
    }

    /** Whether the line is to be written as text. */
    @Override
    public boolean isLoggable(LogRecord line) {
        Throwable thrown = line.getThrown();
        if (thrown != null) {
            line.setThrown(Unquoted.of(thrown));
        }
        if (json == null) {
            return true;
        }
        json.publish(line);
        return false;
    }
}
