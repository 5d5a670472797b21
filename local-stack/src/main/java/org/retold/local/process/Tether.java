package org.retold.local.process;

import java.util.ArrayList;
import java.util.List;

/**
 * Ties a process to the one that starts it, without its help: a guard beside it holds the pipe that the starter keeps
 * open, and stops the process when that pipe breaks, even by {@code kill -9} of the starter.
 *
 * <p>The process leads a group of its own, so that Ctrl-C in the terminal reaches only the starter; the guard is in the
 * same group, which keeps the group's number from being given to anybody else.
 */
public final class Tether {

    /** $1: signal that asks the process to end; $2: tenths of a second until it has no choice; then its command. */
    private static final String GUARDED = """
            signal=$1; patience=$2; shift 2
            exec 3<&0
            (
                trap '' HUP INT QUIT TERM
                while read -r _; do :; done <&3
                kill -"$signal" $$ 2>/dev/null
                while [ "$patience" -gt 0 ] && kill -0 $$ 2>/dev/null; do
                    sleep 0.1
                    patience=$((patience - 1))
                done
                kill -0 $$ 2>/dev/null && kill -KILL $$
            ) </dev/null >/dev/null 2>&1 &
            exec "$@" </dev/null 3<&-
            """;

    /** Leads a new process group, then becomes the guarded command; perl where there is no setsid, as on macOS. */
    private static final String GROUPED = """
            if command -v setsid >/dev/null 2>&1; then
                exec setsid sh -c "$@"
            fi
            exec perl -e 'setpgrp(0, 0); exec @ARGV' sh -c "$@"
            """;

    private static final String PATIENCE_TENTHS = "100";

    private Tether() {}

    /**
     * The command to start instead, with its standard input piped; the process keeps the number that the starter sees.
     *
     * @param stopSignal the signal that asks the process to end, for example {@code TERM}
     */
    public static List<String> tied(String stopSignal, List<String> command) {
        List<String> tied = new ArrayList<>(
                List.of("sh", "-c", GROUPED, "grouped", GUARDED, "guarded", stopSignal, PATIENCE_TENTHS));
        tied.addAll(command);
        return List.copyOf(tied);
    }
}
