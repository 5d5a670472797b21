package org.retold.local;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.retold.local.process.Ending;
import org.retold.local.process.ResidentMemory;
import org.retold.local.stack.DataDirectory;
import org.retold.local.stack.Events;
import org.retold.local.stack.LocalStack;
import org.retold.local.stack.Service;
import org.retold.local.stack.StackSettings;
import org.retold.local.stack.Trouble;

/** A stack from its start until Ctrl-C, as a person sees it. */
final class Session implements Events {

    private static final long MEBIBYTE = 1024 * 1024;

    private final Console console;
    private final DataDirectory data;
    private final AtomicBoolean stopping = new AtomicBoolean();
    private final CompletableFuture<Void> trouble = new CompletableFuture<>();

    Session(Console console, DataDirectory data) {
        this.console = console;
        this.data = data;
    }

    /** What is done once all parts are ready. */
    interface Work {

        void with(LocalStack stack) throws IOException;
    }

    /** Returns only by a {@link Trouble}, otherwise the process ends by a signal. */
    void run(StackSettings settings, Work work) throws IOException {
        LocalStack stack = new LocalStack(settings, data, this);
        Thread stop = new Thread(() -> stop(stack), "stop");
        Runtime.getRuntime().addShutdownHook(stop);
        stack.start();
        work.with(stack);
        try {
            trouble.get();
        } catch (ExecutionException e) {
            throw e.getCause() instanceof Trouble cause ? cause : new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Gives an OPML file to ingest-service. */
    void register(LocalStack stack, String opml) throws IOException {
        JsonNode answer =
                stack.client(Service.INGEST).post("api/v1/feeds/import", "text/x-opml", opml, stack.operatorToken());
        JsonNode refused = answer.path("refused");
        console.progress("feeds: %s new, %s known, %d refused"
                .formatted(answer.path("added").asText(), answer.path("known").asText(), refused.size()));
        refused.forEach(feed -> console.line("             refused: " + feed));
    }

    void showAddresses(LocalStack stack) {
        console.line("");
        console.line("  stories        " + stack.client(Service.API).base());
        console.line("  API            "
                + stack.client(Service.API).base().resolve("api/v1/stories?minArticles=2&sort=size"));
        console.line("  feeds          " + stack.client(Service.INGEST).base().resolve("api/v1/feeds"));
        console.line("  Kafka          " + stack.kafka());
        console.line("  data, logs     " + data.path());
    }

    void showMemory() {
        console.line("  memory         %d MiB resident in all processes"
                .formatted(ResidentMemory.ofThisAndAllItStarted() / MEBIBYTE));
    }

    @Override
    public void say(String line) {
        console.progress(line);
    }

    @Override
    public void died(Ending ending) {
        // A log on a full disk cannot say so.
        if (ending.tellsOfFullDisk() || data.isFull()) {
            trouble.completeExceptionally(new Trouble("The disk of %s is full (%s said so): make room and start again."
                    .formatted(data.path(), ending.name())));
        } else if (!stopping.get()) {
            console.progress("%s %s; it is started again".formatted(ending.name(), ending.how()));
        }
    }

    private void stop(LocalStack stack) {
        stopping.set(true);
        console.line("");
        console.progress("stopping");
        stack.close();
        data.close();
        console.progress("all processes have ended");
    }
}
