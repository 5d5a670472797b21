package org.retold.local;

import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.retold.local.stack.Trouble;

/** The command behind {@code ./retold}: demo, up, replay, tail, stories and rejections. */
public final class Retold {

    private static final Set<String> PORT_OPTIONS = Set.of(
            "--api-port", "--ingest-port", "--normalize-port", "--dedupe-port", "--kafka-port", "--postgres-port");

    /** The script knows whether it writes to a terminal. */
    private static final boolean COLOUR = Boolean.getBoolean("retold.colour");

    private Retold() {}

    /** Ends with status 0, or with one sentence and status 1. */
    public static void main(String[] arguments) {
        try {
            run(List.of(arguments));
        } catch (Trouble e) {
            fail(String.valueOf(e.getMessage()));
        } catch (UncheckedIOException | IOException e) {
            fail(fullDisk(e) ? "The disk is full: make room and start again." : "It did not work: " + e.getMessage());
        }
    }

    private static void run(List<String> arguments) throws IOException {
        Path checkout = Path.of(System.getProperty("retold.root", "")).toAbsolutePath();
        String command = arguments.isEmpty() ? "help" : arguments.getFirst();
        List<String> rest = arguments.isEmpty() ? List.of() : arguments.subList(1, arguments.size());
        switch (command) {
            case "demo" ->
                Demo.of(checkout, parsed(rest, Set.of("--data", "--site-port"), Set.of()))
                        .run();
            case "up" ->
                Up.of(checkout, parsed(rest, Set.of("--data", "--feeds"), Set.of("--allow-private-networks")))
                        .run();
            case "replay" ->
                Replay.of(checkout, Arguments.parsed(rest, Set.of("--model", "--kafka", "--json"), Set.of("--keep")))
                        .run();
            case "tail" ->
                Tail.of(Arguments.parsed(rest, Tail.OPTIONS, Tail.FLAGS), COLOUR, output())
                        .run();
            case "stories" ->
                Stories.of(Arguments.parsed(rest, Stories.OPTIONS, Stories.FLAGS), output())
                        .run();
            case "rejections" -> rejections(Arguments.parsed(rest, Tail.REJECTIONS_OPTIONS, Tail.REJECTIONS_FLAGS));
            default -> throw new Trouble("'%s' is not a command; ./retold help lists them.".formatted(command));
        }
    }

    private static void rejections(Arguments arguments) {
        if (arguments.values().containsKey(Redrive.OPTION)) {
            Redrive.of(arguments, output()).run();
        } else {
            Tail.ofRejections(arguments, COLOUR, output()).run();
        }
    }

    /** Many lines at a time, in the one encoding that holds every headline. */
    private static PrintStream output() {
        return new PrintStream(
                new BufferedOutputStream(new FileOutputStream(FileDescriptor.out)), false, StandardCharsets.UTF_8);
    }

    private static Arguments parsed(List<String> arguments, Set<String> optionsWithValue, Set<String> flags) {
        Set<String> all = new HashSet<>(PORT_OPTIONS);
        all.addAll(optionsWithValue);
        return Arguments.parsed(arguments, all, flags);
    }

    /** Whether this or what caused it is about a full disk. */
    private static boolean fullDisk(Throwable thrown) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (String.valueOf(cause.getMessage()).contains("No space left on device")) {
                return true;
            }
        }
        return false;
    }

    private static void fail(String sentence) {
        System.err.println(sentence);
        System.exit(1);
    }
}
