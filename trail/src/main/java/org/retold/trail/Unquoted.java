package org.retold.trail;

import com.fasterxml.jackson.core.JacksonException;
import java.net.URISyntaxException;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.regex.PatternSyntaxException;
import org.jspecify.annotations.Nullable;

/**
 * An exception as a log may have it. Parsers quote what they could not read, which may be an article: what they say is
 * left out, also where an exception around theirs repeats it. What kind they are and where they were thrown stays.
 */
public final class Unquoted extends Exception {

    private static final long serialVersionUID = 1L;

    private static final String LEFT_OUT = "(what was read is not logged)";

    /** Shorter ones quote nothing, and stand in other words by chance. */
    private static final int SHORTEST = 4;

    private final String said;

    private Unquoted(String said) {
        super(said);
        this.said = said;
    }

    /** The same exception where nothing in it quotes. */
    public static Throwable of(Throwable thrown) {
        List<String> quotes = quotes(thrown);
        return quotes.isEmpty() ? thrown : copy(thrown, quotes, Collections.newSetFromMap(new IdentityHashMap<>()));
    }

    /** What {@link Throwable#toString} says, without what was read. */
    public static String said(Throwable thrown) {
        return said(thrown, quotes(thrown));
    }

    private static Unquoted copy(Throwable thrown, List<String> quotes, Set<Throwable> seen) {
        Unquoted copy = new Unquoted(said(thrown, quotes));
        copy.setStackTrace(thrown.getStackTrace());
        seen.add(thrown);
        Throwable cause = thrown.getCause();
        if (cause != null && !seen.contains(cause)) {
            copy.initCause(copy(cause, quotes, seen));
        }
        for (Throwable suppressed : thrown.getSuppressed()) {
            if (!seen.contains(suppressed)) {
                copy.addSuppressed(copy(suppressed, quotes, seen));
            }
        }
        return copy;
    }

    private static String said(Throwable thrown, List<String> quotes) {
        String said = thrown.toString();
        for (String quote : quotes) {
            said = said.replace(quote, LEFT_OUT);
        }
        return said;
    }

    /** What is said by those that quote, wherever they are in it; the longest first. */
    private static List<String> quotes(Throwable thrown) {
        Set<Throwable> all = Collections.newSetFromMap(new IdentityHashMap<>());
        collect(thrown, all);
        List<String> quotes = new ArrayList<>();
        for (Throwable each : all) {
            String message = each.getMessage();
            if (isQuoting(each) && message != null && message.length() >= SHORTEST) {
                quotes.add(message);
            }
        }
        quotes.sort((one, other) -> Integer.compare(other.length(), one.length()));
        return quotes;
    }

    private static void collect(@Nullable Throwable thrown, Set<Throwable> all) {
        if (thrown != null && all.add(thrown)) {
            collect(thrown.getCause(), all);
            for (Throwable suppressed : thrown.getSuppressed()) {
                collect(suppressed, all);
            }
        }
    }

    private static boolean isQuoting(Throwable thrown) {
        return thrown instanceof JacksonException
                || thrown instanceof DateTimeParseException
                || thrown instanceof URISyntaxException
                || thrown instanceof NumberFormatException
                || thrown instanceof PatternSyntaxException;
    }

    /** Also of which class the exception was. */
    @Override
    @SuppressWarnings("OverrideThrowableToString")
    public String toString() {
        return said;
    }
}
