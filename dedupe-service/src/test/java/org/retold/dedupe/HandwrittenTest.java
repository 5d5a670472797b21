package org.retold.dedupe;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.retold.contract.Article;
import org.retold.contract.Article.Completeness;
import org.retold.contract.Credits;
import org.retold.contract.Json;
import org.retold.contract.Published;
import org.retold.contract.Published.Precision;
import org.retold.contract.Published.Source;
import org.retold.contract.Publisher;
import org.retold.contract.Story;

/** The whole topology on the hand-written corpora beside the checkout, as one stream. */
class HandwrittenTest {

    private static final Path DIRECTORY =
            Path.of(System.getProperty("retold.shared", "../shared"), "corpora", "retelling", "handwritten");

    /** The model has seen these corpora: the figure guards the clusterer and the topology, not the model. */
    private static final double LEAST_PAIR_F1 = 0.9;

    /** A line of a corpus. */
    record Line(String id, String cluster, String lang, String title, List<String> paragraphs, String published) {

        Instant at() {
            return published.length() == 10 ? Instant.parse(published + "T00:00:00Z") : Instant.parse(published);
        }
    }

    @Test
    void storiesAreThoseThatTheirWritersMeant() throws IOException {
        assumeTrue(Files.isDirectory(DIRECTORY), "skipped: corpora are not beside the checkout");
        List<Line> lines = lines();

        Map<String, String> told = new HashMap<>();
        try (Press press = new Press(4)) {
            lines.forEach(line -> press.publish(article(line)));
            for (Story story : press.stories().values()) {
                story.articles().forEach(article -> told.put(article.id(), story.id()));
            }
        }

        assertThat(told).hasSameSizeAs(lines);
        assertThat(pairF1(lines, told)).isGreaterThan(LEAST_PAIR_F1);
    }

    private static double pairF1(List<Line> lines, Map<String, String> told) {
        int both = 0;
        int meant = 0;
        int found = 0;
        for (Line one : lines) {
            for (Line other : lines) {
                if (one.id().compareTo(other.id()) < 0) {
                    boolean gold = one.cluster().equals(other.cluster());
                    boolean ours = Objects.equals(told.get(one.id()), told.get(other.id()));
                    both += gold && ours ? 1 : 0;
                    meant += gold ? 1 : 0;
                    found += ours ? 1 : 0;
                }
            }
        }
        return 2.0 * both / (meant + found);
    }

    private static List<Line> lines() throws IOException {
        List<Line> lines = new ArrayList<>();
        try (Stream<Path> files = Files.list(DIRECTORY)) {
            for (Path file : files.filter(path -> path.toString().endsWith(".jsonl"))
                    .sorted()
                    .toList()) {
                for (String line : Files.readAllLines(file)) {
                    Line read = Objects.requireNonNull(Json.read(Line.class, line.getBytes(UTF_8)));
                    String corpus = file.getFileName().toString();
                    lines.add(new Line(
                            corpus + read.id(),
                            corpus + read.cluster(),
                            read.lang(),
                            read.title(),
                            read.paragraphs(),
                            read.published()));
                }
            }
        }
        lines.sort(Comparator.comparing(Line::at).thenComparing(Line::id));
        return lines;
    }

    private static Article article(Line line) {
        return new Article(
                line.id(),
                "r1",
                Completeness.FULL,
                "https://example.org/" + line.id(),
                null,
                null,
                new Publisher("example.org", "Example"),
                line.title(),
                line.paragraphs(),
                new Published(line.at(), Precision.DAY, Source.PUSH),
                line.lang(),
                List.of(),
                List.of(),
                Credits.NONE,
                Reports.NOON);
    }
}
