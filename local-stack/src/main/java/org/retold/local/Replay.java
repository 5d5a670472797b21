package org.retold.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import org.retold.local.kafka.Shadow;
import org.retold.local.kafka.StoriesTopic;
import org.retold.local.process.Backoff;
import org.retold.local.process.Child;
import org.retold.local.process.Directories;
import org.retold.local.process.Ending;
import org.retold.local.process.Ports;
import org.retold.local.process.Supervised;
import org.retold.local.replay.Comparison;
import org.retold.local.replay.ReplayReport;
import org.retold.local.stack.Service;
import org.retold.local.stack.Trouble;

/**
 * {@code ./retold replay}: builds the stories of all articles anew with another model, beside the live pipeline, and
 * tells what would change.
 *
 * <pre>
 * articles, corrections ─┬▶ live dedupe-service ───▶ stories ───────────────┐
 *                        └▶ one more, as a shadow ─▶ its own stories topic ─┴▶ Comparison ─▶ ReplayReport
 * </pre>
 */
final class Replay {

    private static final TopicPartition ALL_ARTICLES = new TopicPartition(Shadow.ARTICLES, 0);

    private static final Pattern ERROR = Pattern.compile(" ERROR +\\[[^]]*] \\([^)]*\\) (.*)");
    private static final int TOLD = 20;
    private static final Duration LOOK_AGAIN = Duration.ofMillis(500);
    private static final Duration SAY_AGAIN = Duration.ofSeconds(10);

    /** Held, because a logger that nobody holds forgets its level. */
    private static final Logger KAFKA_CLIENTS = Logger.getLogger("org.apache.kafka");

    private final Path jar;
    private final Path directory;
    private final String name;
    private final RunningKafka kafka;
    private final Optional<Path> model;
    private final Optional<Path> json;
    private final boolean keeps;
    private final Console console = new Console(System.out);
    private final AtomicReference<@Nullable Ending> ended = new AtomicReference<>();

    private Replay(
            Path jar,
            Path directory,
            String name,
            RunningKafka kafka,
            Optional<Path> model,
            Optional<Path> json,
            boolean keeps) {
        this.jar = jar;
        this.directory = directory;
        this.name = name;
        this.kafka = kafka;
        this.model = model;
        this.json = json;
        this.keeps = keeps;
    }

    static Replay of(Path checkout, Arguments arguments) {
        Path jar = Service.DEDUPE.jar(checkout);
        if (!Files.exists(jar)) {
            throw new Trouble("dedupe-service is not built: run ./retold build.");
        }
        Optional<Path> model = arguments.path("--model").map(Path::toAbsolutePath);
        model.filter(file -> !Files.isRegularFile(file)).ifPresent(file -> {
            throw new Trouble("There is no file %s.".formatted(file));
        });
        // Two replays at a time do not meet.
        String name = "r" + Long.toString(Instant.now().toEpochMilli(), Character.MAX_RADIX);
        return new Replay(
                jar,
                checkout.resolve(Path.of(".retold", "replay", name)),
                name,
                RunningKafka.of(arguments),
                model,
                arguments.path("--json"),
                arguments.flags().contains("--keep"));
    }

    void run() throws IOException {
        // What they have to say we say in one sentence.
        KAFKA_CLIENTS.setLevel(Level.SEVERE);
        try (Shadow shadow = new Shadow(kafka.brokers(), name)) {
            Map<TopicPartition, Long> inputs = inputs(shadow);
            long articles = inputs.getOrDefault(ALL_ARTICLES, 0L);
            Files.createDirectories(directory);
            Supervised service = Supervised.start(child(), Backoff.USUAL, process -> {}, ended::set);
            Thread tidy = new Thread(() -> tidy(service), "tidy");
            Runtime.getRuntime().addShutdownHook(tidy);
            console.progress("the shadow is %s; the live pipeline goes on".formatted(name));
            awaitDecisions(shadow, inputs);
            service.stop();
            tell(Comparison.of(
                    new StoriesTopic(kafka.brokers(), Shadow.LIVE_STORIES).stories(articles),
                    new StoriesTopic(kafka.brokers(), shadow.stories()).stories(articles)));
            if (Runtime.getRuntime().removeShutdownHook(tidy)) {
                tidy(service);
            }
        } catch (KafkaException e) {
            throw kafka.failed(e);
        }
    }

    private Map<TopicPartition, Long> inputs(Shadow shadow) {
        List<String> missing = new ArrayList<>(List.of(Shadow.ARTICLES, Shadow.LIVE_STORIES));
        try {
            missing.removeAll(shadow.topicsOfTheBroker());
        } catch (KafkaException e) {
            throw kafka.unanswered(e);
        }
        if (!missing.isEmpty()) {
            throw new Trouble("Kafka at %s has no topic %s: nothing has been told there yet."
                    .formatted(kafka.address(), String.join(", ", missing)));
        }
        Map<TopicPartition, Long> inputs = shadow.inputs();
        if (shadow.behind(Map.of(ALL_ARTICLES, inputs.getOrDefault(ALL_ARTICLES, 0L))) == 0) {
            throw new Trouble("There is no article at %s to replay.".formatted(kafka.address()));
        }
        return inputs;
    }

    private Child child() {
        List<String> command = List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx1g",
                "-XX:+UseSerialGC",
                "-XX:+ExitOnOutOfMemoryError",
                "-jar",
                jar.toString());
        Map<String, String> environment = Map.of(
                "RETOLD_KAFKA", kafka.address(),
                "RETOLD_SHADOW", name,
                "RETOLD_MODEL", model.map(Path::toString).orElse(""),
                "RETOLD_DATA", directory.toString(),
                "QUARKUS_HTTP_PORT", Integer.toString(Ports.free()));
        return new Child("the shadow", () -> command, environment, directory.resolve("shadow.log"), "TERM");
    }

    /** A record may still be on its way through each of the steps when it has been read. */
    private void awaitDecisions(Shadow shadow, Map<TopicPartition, Long> inputs) {
        await(shadow, inputs, "records to read");
        int steps = shadow.stepCount();
        for (int step = 0; step < steps; step++) {
            await(shadow, shadow.steps(), "judgements to make");
        }
        console.progress("every article is decided");
    }

    private void await(Shadow shadow, Map<TopicPartition, Long> ends, String what) {
        long said = System.nanoTime();
        for (long behind = shadow.behind(ends); behind > 0; behind = shadow.behind(ends)) {
            Ending ending = ended.get();
            if (ending != null) {
                throw new Trouble("The shadow %s: %s".formatted(ending.how(), reason()));
            }
            if (System.nanoTime() - said > SAY_AGAIN.toNanos()) {
                console.progress("%d %s".formatted(behind, what));
                said = System.nanoTime();
            }
            try {
                Thread.sleep(LOOK_AGAIN);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new Trouble("Interrupted.");
            }
        }
    }

    /** Its own first word of an error, if it said one. */
    private String reason() {
        Path log = directory.resolve("shadow.log");
        try (Stream<String> lines = Files.lines(log)) {
            return lines.map(ERROR::matcher)
                    .filter(Matcher::find)
                    .map(error -> error.group(1))
                    .findFirst()
                    .orElse("its log tells nothing.");
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + log, e);
        }
    }

    private void tell(Comparison comparison) throws IOException {
        ReplayReport report = new ReplayReport(model.map(Path::toString).orElse("the one that ships"), comparison);
        console.line("");
        report.lines(TOLD).forEach(console::line);
        console.line("");
        if (json.isPresent()) {
            Files.writeString(json.get(), report.json().toPrettyString() + "\n");
        }
    }

    private void tidy(Supervised service) {
        service.stop();
        if (keeps) {
            console.progress("kept: topics retold.shadow.%1$s.*, state and log in %2$s".formatted(name, directory));
            return;
        }
        try (Shadow shadow = new Shadow(kafka.brokers(), name)) {
            shadow.delete();
        }
        Directories.delete(directory);
        console.progress("the shadow's topics and state are deleted");
    }
}
