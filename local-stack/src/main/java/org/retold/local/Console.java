package org.retold.local;

import java.io.PrintStream;
import java.util.concurrent.TimeUnit;

/** Lines for the person who waits, with the seconds since the start. */
final class Console {

    private static final double MILLIS = 1000.0;

    private final PrintStream out;
    private final long started = System.nanoTime();

    Console(PrintStream out) {
        this.out = out;
    }

    void progress(String line) {
        out.printf("%7.1f s  %s%n", seconds(), line);
    }

    void line(String line) {
        out.println(line);
    }

    double seconds() {
        return TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - started) / MILLIS;
    }
}
