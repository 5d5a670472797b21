package org.retold.local.kafka;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.logging.LogManager;

/** A broker in a process of its own. */
public final class BrokerMain {

    private BrokerMain() {}

    /** What to give to {@code java} after its class path. */
    public static List<String> arguments(BrokerSettings settings, Path readyFile) {
        return List.of(
                BrokerMain.class.getName(),
                settings.directory().toString(),
                Integer.toString(settings.port()),
                readyFile.toString());
    }

    /** Whether the broker with this process number wrote that it is ready. */
    public static boolean isReady(Path readyFile, long pid) {
        try {
            return Files.readString(readyFile).strip().equals(Long.toString(pid));
        } catch (IOException e) {
            return false;
        }
    }

    /** Directory, port, and the file to write our process number to once we are ready. */
    public static void main(String[] arguments) throws IOException {
        try (InputStream logging = BrokerMain.class.getResourceAsStream("logging.properties")) {
            LogManager.getLogManager().readConfiguration(logging);
        }
        BrokerSettings settings = new BrokerSettings(Path.of(arguments[0]), Integer.parseInt(arguments[1]));
        KafkaBroker broker = KafkaBroker.start(settings);
        Runtime.getRuntime().addShutdownHook(new Thread(broker::close, "close-broker"));
        Files.writeString(
                Path.of(arguments[2]), Long.toString(ProcessHandle.current().pid()));
        broker.awaitEnd();
        System.exit(1);
    }
}
