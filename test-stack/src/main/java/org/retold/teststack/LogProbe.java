package org.retold.teststack;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/** Hears every line of this JVM's log, with its values and with the stack of what was thrown, until it is closed. */
public final class LogProbe extends Handler implements AutoCloseable {

    private static final Logger ROOT = Logger.getLogger("");

    private final List<String> lines = new CopyOnWriteArrayList<>();

    private LogProbe() {}

    /** Begins to listen. */
    public static LogProbe listening() {
        LogProbe probe = new LogProbe();
        ROOT.addHandler(probe);
        return probe;
    }

    /** What was said so far. */
    public List<String> lines() {
        return List.copyOf(lines);
    }

    @Override
    public void publish(LogRecord line) {
        StringWriter said = new StringWriter().append(line.getMessage() + Arrays.toString(line.getParameters()));
        if (line.getThrown() != null) {
            line.getThrown().printStackTrace(new PrintWriter(said));
        }
        lines.add(said.toString());
    }

    @Override
    public void flush() {
        // Nothing is held back.
    }

    @Override
    public void close() {
        ROOT.removeHandler(this);
    }
}
