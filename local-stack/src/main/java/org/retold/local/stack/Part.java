package org.retold.local.stack;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.retold.local.process.Backoff;
import org.retold.local.process.Child;
import org.retold.local.process.Ending;
import org.retold.local.process.ResidentMemory;
import org.retold.local.process.Supervised;

/** One process of the stack. */
public final class Part {

    /** A part that never was ready and died this often will not get ready. */
    private static final int TOO_MANY_DEATHS = 4;

    private static final Duration LOOK_AGAIN = Duration.ofMillis(100);

    private final String name;
    private final int port;
    private final Predicate<ProcessHandle> ready;
    private final Supervised supervised;
    private final AtomicReference<@Nullable Ending> lastEnding = new AtomicReference<>();

    /** @param ready whether the living process of this part can work */
    Part(Child child, int port, Predicate<ProcessHandle> ready, Leftovers leftovers, Consumer<Ending> onEnding) {
        this.name = child.name();
        this.port = port;
        this.ready = ready;
        this.supervised =
                Supervised.start(child, Backoff.USUAL, process -> leftovers.remember(child.name(), process), ending -> {
                    lastEnding.set(ending);
                    onEnding.accept(ending);
                });
    }

    public String name() {
        return name;
    }

    /** Where it listens, on the loopback address. */
    public int port() {
        return port;
    }

    /** Ends the process as {@code kill -9} does; it is started again by itself. */
    public void kill() {
        supervised.kill();
    }

    /** Ends the process as {@code kill -9} does; it is started again when it is brought back. */
    public void takeAway() {
        supervised.takeAway();
    }

    /** Lets it be started again. */
    public void bringBack() {
        supervised.bringBack();
    }

    /** Its process and all that this started; none between two lives. */
    public List<ProcessHandle> processes() {
        return supervised.running().stream()
                .flatMap(process -> Stream.concat(Stream.of(process), process.descendants()))
                .toList();
    }

    /** Bytes of memory that it holds, as the system counts them. */
    public long residentBytes() {
        return processes().stream()
                .mapToLong(process -> ResidentMemory.of(process.pid()))
                .sum();
    }

    /** Whether its process lives and can work. */
    public boolean isReady() {
        return supervised.running().filter(ready).isPresent();
    }

    /** @throws Trouble when it dies again and again, or is not ready in time */
    public void awaitReady(Duration patience) {
        long deadline = System.nanoTime() + patience.toNanos();
        while (!isReady()) {
            Ending ending = lastEnding.get();
            if (ending != null && ending.inARow() >= TOO_MANY_DEATHS) {
                throw new Trouble("%s does not start: it %s. Its log ends with:\n%s"
                        .formatted(name, ending.how(), lastWords(ending.lastLines())));
            }
            if (System.nanoTime() > deadline) {
                throw new Trouble(
                        "%s was not ready within %d seconds; its log says why.".formatted(name, patience.toSeconds()));
            }
            try {
                Thread.sleep(LOOK_AGAIN);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new Trouble("Interrupted while %s started.".formatted(name));
            }
        }
    }

    void stop() {
        supervised.stop();
    }

    private static String lastWords(List<String> lines) {
        return String.join("\n", lines.subList(Math.max(0, lines.size() - 12), lines.size()));
    }
}
