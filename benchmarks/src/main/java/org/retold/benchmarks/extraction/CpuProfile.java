package org.retold.benchmarks.extraction;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import jdk.jfr.Recording;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordedFrame;
import jdk.jfr.consumer.RecordingFile;

/** Where the CPU goes while a task runs, by what stood deepest on the sampled stacks. */
final class CpuProfile {

    private static final String SAMPLE = "jdk.ExecutionSample";
    private static final Duration EVERY = Duration.ofMillis(10);

    /** A step of an item's way. */
    enum Step {
        PARSING("parsing (jsoup)", "org.jsoup.parser."),
        LANGUAGE("language (Lingua, its threads included)", "com.github.pemistahl.", "org.retold.normalize.language."),
        LINKED("JSON-LD", "org.retold.normalize.page.Linked"),
        OUTLINE("outline of the page", "org.retold.normalize.page.Outline"),
        MAIN_TEXT("main text: scoring, weeding, margins, titles", "org.retold.normalize.page."),
        CREDITS("credits", "org.retold.normalize.credit."),
        DATES("dates", "org.retold.normalize.date."),
        CHARSET("charset and mojibake", "org.retold.normalize.charset."),
        UNPACKING("unpacking the body (gzip)", "org.retold.contract.ItemBody"),
        ADDRESS("address", "org.retold.normalize.url."),
        HASHES("fold and hash", "org.retold.normalize.article.FoldedText", "org.retold.normalize.article.Hash"),
        JSON("JSON of the article", "org.retold.contract.Json"),
        REST("the rest");

        private final String title;

        @SuppressWarnings("ImmutableEnumChecker") // List.of is immutable
        private final List<String> classes;

        Step(String title, String... classes) {
            this.title = title;
            this.classes = List.of(classes);
        }

        String title() {
            return title;
        }

        private boolean has(String type) {
            return classes.stream().anyMatch(type::startsWith);
        }
    }

    private final Map<Step, Integer> samples = new EnumMap<>(Step.class);

    /** @param task is run until the time is over */
    static CpuProfile of(Runnable task, Duration time) throws IOException {
        Path file = Files.createTempFile("cpu-profile", ".jfr");
        try (Recording recording = new Recording()) {
            recording.enable(SAMPLE).withPeriod(EVERY);
            recording.start();
            for (long end = System.nanoTime() + time.toNanos(); System.nanoTime() < end; ) {
                task.run();
            }
            recording.stop();
            recording.dump(file);
            CpuProfile profile = new CpuProfile();
            RecordingFile.readAllEvents(file).forEach(profile::add);
            return profile;
        } finally {
            Files.deleteIfExists(file);
        }
    }

    /** Share of the samples, from 0 to 1. */
    double share(Step step) {
        int all = samples.values().stream().mapToInt(Integer::intValue).sum();
        return all == 0 ? 0 : (double) samples.getOrDefault(step, 0) / all;
    }

    private void add(RecordedEvent event) {
        if (event.getEventType().getName().equals(SAMPLE) && event.getStackTrace() != null) {
            samples.merge(step(event.getStackTrace().getFrames()), 1, Integer::sum);
        }
    }

    /** The first frame from the top that belongs to a step; stacks that only pass through jsoup belong to who asked it. */
    private static Step step(List<RecordedFrame> frames) {
        for (RecordedFrame frame : frames) {
            String type = frame.getMethod().getType().getName();
            for (Step step : Step.values()) {
                if (step.has(type)) {
                    return step;
                }
            }
        }
        return Step.REST;
    }

    static List<Step> steps() {
        return Arrays.asList(Step.values());
    }
}
