package org.retold.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.retold.local.stack.DataDirectory;
import org.retold.local.stack.Sizing;
import org.retold.local.stack.StackSettings;
import org.retold.local.stack.Trouble;

/** {@code ./retold up}: the pipeline on one's own feeds, with state that survives. */
final class Up {

    private final StackSettings settings;
    private final Optional<Path> feeds;

    private Up(StackSettings settings, Optional<Path> feeds) {
        this.settings = settings;
        this.feeds = feeds;
    }

    static Up of(Path checkout, Arguments arguments) {
        Path data = arguments.path("--data").orElse(checkout.resolve(Path.of(".retold", "up")));
        boolean allowPrivateNetworks = arguments.flags().contains("--allow-private-networks");
        return new Up(
                new StackSettings(checkout, data, arguments.ports(), Sizing.LASTING, allowPrivateNetworks, Map.of()),
                arguments.path("--feeds"));
    }

    void run() throws IOException {
        Optional<String> opml = feeds.map(Up::read);
        DataDirectory held = DataDirectory.hold(settings.data());
        Console console = new Console(System.out);
        Session session = new Session(console, held);
        session.run(settings, stack -> {
            if (opml.isPresent()) {
                session.register(stack, opml.get());
            }
            session.showAddresses(stack);
            session.showMemory();
            console.line("  Ctrl-C stops it.");
        });
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (NoSuchFileException e) {
            throw new Trouble("There is no file %s.".formatted(file));
        } catch (IOException e) {
            throw new Trouble("%s cannot be read: %s.".formatted(file, e.getMessage()));
        }
    }
}
