package org.retold.normalize.page;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.retold.normalize.corpus.Shared;

/**
 * Measures main texts on article-extraction-benchmark and leaves {@code target/extraction-predictions.json} for its
 * scorer; {@code -Dextraction.rounds=10} gives the time of a warm service.
 */
class ExtractionBenchmarkTest {

    private static final String BENCHMARK = "corpora/extraction/article-extraction-benchmark/";

    @Test
    void mainTextsOfTheBenchmarkAreFound() throws IOException {
        JsonNode truth = Shared.json(BENCHMARK + "ground-truth.json");
        Map<String, String> pages = new LinkedHashMap<>();
        for (var names = truth.fieldNames(); names.hasNext(); ) {
            String name = names.next();
            pages.put(name, html(Shared.path(BENCHMARK + "html/" + name + ".html.gz")));
        }

        ShingleScore score = new ShingleScore();
        Map<String, Map<String, String>> predictions = new LinkedHashMap<>();
        pages.forEach((name, html) -> {
            String text = text(html);
            predictions.put(name, Map.of("articleBody", text));
            score.add(truth.path(name).path("articleBody").asText(), text);
        });
        for (int round = 1; round < Integer.getInteger("extraction.rounds", 1); round++) {
            long before = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
            pages.values().forEach(ExtractionBenchmarkTest::text);
            long cpu = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - before;
            System.out.printf(Locale.ROOT, "measured extraction: %.2f ms CPU a page%n", cpu / 1e6 / pages.size());
        }

        Path file = Files.createDirectories(Path.of("target")).resolve("extraction-predictions.json");
        new ObjectMapper().writeValue(file.toFile(), predictions);
        System.out.println("measured extraction: " + score);
        assertThat(score.f1()).isGreaterThan(0.965);
    }

    private static String text(String html) {
        Page page = Page.parse(html, "");
        return String.join("\n", MainTextReader.read(page, page.windowTitle()).paragraphs());
    }

    private static String html(Path path) throws IOException {
        try (InputStream in = new GZIPInputStream(Files.newInputStream(path))) {
            return new String(in.readAllBytes(), UTF_8);
        }
    }
}
