package org.retold.benchmarks.stack;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import org.retold.benchmarks.score.PairCount;
import org.retold.benchmarks.score.QualityPage;
import org.retold.contract.Json;
import org.retold.local.process.Ending;
import org.retold.local.stack.DataDirectory;
import org.retold.local.stack.Events;
import org.retold.local.stack.LocalStack;
import org.retold.local.stack.Service;
import org.retold.local.stack.StackSettings;

/**
 * Pushes labelled articles through a freshly started stack, as one stream in the order they were published, reads the
 * stories from the API and scores them.
 *
 * <p>Usage: {@code ./retold bench stack [FILE.jsonl or FOLDER]}; without an argument the project's own
 * corpus and the hand-written ones beside the checkout, with the figures in {@code docs/quality.md}. Leaves {@code
 * gold.jsonl} and {@code predicted.jsonl} of the last corpus under {@code benchmarks/target/stack} for other scorers.
 */
public final class ScoreThroughStack {

    private static final Duration PATIENCE = Duration.ofMinutes(8);
    private static final int LINES_A_PUSH = 100;
    private static final String HEAD = """
            | corpus | articles | lost | stories | pair precision | pair recall | pair F1 | ARI |
            |---|---|---|---|---|---|---|---|
            """;

    private ScoreThroughStack() {}

    public static void main(String[] arguments) throws IOException, InterruptedException {
        Path root = Path.of(System.getProperty("retold.root", "")).toAbsolutePath();
        if (arguments.length > 0) {
            System.out.println(HEAD + measured(Path.of(arguments[0]), root));
            return;
        }
        Path shared = Path.of(System.getProperty(
                "retold.shared", root.resolveSibling("shared").toString()));
        StringBuilder table = new StringBuilder(HEAD);
        table.append(measured(root.resolve(Path.of("benchmarks", "corpus")), root));
        table.append(measured(shared.resolve(Path.of("corpora", "retelling", "handwritten")), root));
        System.out.println(table);
        new QualityPage(root.resolve(Path.of("docs", "quality.md"))).write("through the whole stack", table.toString());
    }

    /** A line of the table. */
    private static String measured(Path corpus, Path root) throws IOException, InterruptedException {
        List<ObjectNode> gold = LabelledArticles.read(corpus);
        if (gold.isEmpty()) {
            throw new IllegalArgumentException(corpus + " holds no labelled articles");
        }
        Path work = Files.createDirectories(root.resolve(Path.of("benchmarks", "target", "stack")));

        Map<String, String> predicted = throughTheStack(gold, root, work);

        write(work.resolve("gold.jsonl"), gold);
        write(work.resolve("predicted.jsonl"), predictions(predicted));
        int[] labels =
                numbered(gold.stream().map(line -> line.get("cluster").asText()).toList());
        int[] stories = numbered(gold.stream()
                .map(line -> line.get("id").asText())
                .map(id -> predicted.getOrDefault(id, "missing " + id))
                .toList());
        PairCount score = PairCount.within(labels, stories, article -> true);
        return String.format(
                Locale.ROOT,
                "| %s | %d | %d | %d | %.3f | %.3f | **%.3f** | %.3f |%n",
                corpus.getFileName(),
                gold.size(),
                gold.size() - predicted.size(),
                IntStream.of(stories).distinct().count(),
                score.precision(),
                score.recall(),
                score.f1(),
                PairCount.adjustedRand(labels, stories));
    }

    private static int[] numbered(List<String> names) {
        List<String> distinct = names.stream().distinct().toList();
        return names.stream().mapToInt(distinct::indexOf).toArray();
    }

    private static Map<String, String> throughTheStack(List<ObjectNode> gold, Path root, Path work)
            throws IOException, InterruptedException {
        StackSettings settings = StackSettings.forTests(root, work.resolve("data"));
        try (DataDirectory data = DataDirectory.hold(settings.data())) {
            data.empty();
            try (LocalStack stack = new LocalStack(settings, data, new Printed())) {
                stack.start();
                for (int from = 0; from < gold.size(); from += LINES_A_PUSH) {
                    push(stack, gold.subList(from, Math.min(gold.size(), from + LINES_A_PUSH)));
                }
                return awaitStories(stack, gold.size());
            }
        }
    }

    private static void push(LocalStack stack, List<ObjectNode> lines) throws IOException {
        StringBuilder body = new StringBuilder();
        for (ObjectNode line : lines) {
            ObjectNode pushed = Json.MAPPER.createObjectNode();
            pushed.put("id", line.get("id").asText());
            pushed.put(
                    "url",
                    line.path("url")
                            .asText("https://corpus.example/" + line.get("id").asText()));
            pushed.put("title", line.get("title").asText());
            pushed.put("text", text(line));
            pushed.put("published", line.path("published").asText(null));
            pushed.put("publisher", line.path("outlet").asText(null));
            body.append(Json.MAPPER.writeValueAsString(pushed)).append('\n');
        }
        JsonNode answer = stack.client(Service.INGEST)
                .post("api/v1/items", "application/x-ndjson", body.toString(), stack.operatorToken());
        if (answer.get("accepted").asInt() != lines.size()) {
            throw new IOException("not all lines were accepted: " + answer);
        }
    }

    /** Story id by the id that was pushed, once all are there or nothing more comes. */
    private static Map<String, String> awaitStories(LocalStack stack, int articles)
            throws IOException, InterruptedException {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        Map<String, String> found = Stories.byExternalId(stack.client(Service.API));
        while (found.size() < articles && System.nanoTime() < deadline) {
            Thread.sleep(1000);
            found = Stories.byExternalId(stack.client(Service.API));
        }
        return found;
    }

    private static String text(JsonNode line) {
        if (!line.has("paragraphs")) {
            return line.get("text").asText();
        }
        List<String> paragraphs = new ArrayList<>();
        line.get("paragraphs").forEach(paragraph -> paragraphs.add(paragraph.asText()));
        return String.join("\n\n", paragraphs);
    }

    private static List<ObjectNode> predictions(Map<String, String> predicted) {
        return predicted.entrySet().stream()
                .map(entry ->
                        Json.MAPPER.createObjectNode().put("id", entry.getKey()).put("cluster", entry.getValue()))
                .toList();
    }

    private static void write(Path file, List<ObjectNode> lines) throws IOException {
        Files.write(file, lines.stream().map(JsonNode::toString).toList());
    }

    /** Progress for whoever waits. */
    private static final class Printed implements Events {

        @Override
        public void say(String line) {
            System.out.println(line);
        }

        @Override
        public void died(Ending ending) {
            System.out.println("died: " + ending.how());
        }
    }
}
