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
import org.retold.local.http.DemoSite;
import org.retold.local.process.Ending;
import org.retold.local.stack.DataDirectory;
import org.retold.local.stack.Events;
import org.retold.local.stack.LocalStack;
import org.retold.local.stack.Service;
import org.retold.local.stack.StackSettings;

/**
 * Sends labelled articles through a freshly started stack, reads the stories from the API and scores them. They are
 * pushed as one stream in the order they were published; those of the demo site are also read from its feeds and pages.
 *
 * <p>Usage: {@code ./retold bench stack [demo | FILE.jsonl | FOLDER]}; without an argument the demo site and the
 * hand-written corpora beside the checkout, with the figures in {@code docs/quality.md}. Leaves {@code gold.jsonl} and
 * {@code predicted.jsonl} of the last corpus under {@code benchmarks/target/stack} for other scorers.
 */
public final class ScoreThroughStack {

    private static final Duration PATIENCE = Duration.ofMinutes(8);
    private static final int LINES_A_PUSH = 100;
    private static final String HEAD = """
            | corpus | articles | lost | stories | pair precision | pair recall | pair F1 | ARI |
            |---|---|---|---|---|---|---|---|
            """;

    private ScoreThroughStack() {}

    /**
     * Labelled articles and their way into the stack.
     *
     * @param known field by which the API's articles are recognised
     */
    private record Labelled(String name, List<ObjectNode> gold, String known, Delivery delivery) {}

    private interface Delivery {

        void to(LocalStack stack) throws IOException;
    }

    public static void main(String[] arguments) throws IOException, InterruptedException {
        Path root = Path.of(System.getProperty("retold.root", "")).toAbsolutePath();
        boolean onlyDemo = List.of(arguments).equals(List.of("demo"));
        if (arguments.length > 0 && !onlyDemo) {
            System.out.println(HEAD + measured(pushed(Path.of(arguments[0])), root));
            return;
        }
        StringBuilder table = new StringBuilder(HEAD);
        table.append(measured(pushed("demo", LabelledArticles.ofTheDemoSite()), root));
        try (DemoSite site = DemoSite.start(0)) {
            table.append(measured(read(site), root));
        }
        if (!onlyDemo) {
            Path shared = Path.of(System.getProperty(
                    "retold.shared", root.resolveSibling("shared").toString()));
            table.append(measured(pushed(shared.resolve(Path.of("corpora", "retelling", "handwritten"))), root));
            new QualityPage(root.resolve(Path.of("docs", "quality.md")))
                    .write("through the whole stack", table.toString());
        }
        System.out.println(table);
    }

    private static Labelled pushed(Path corpus) throws IOException {
        List<ObjectNode> gold = LabelledArticles.read(corpus);
        if (gold.isEmpty()) {
            throw new IllegalArgumentException(corpus + " holds no labelled articles");
        }
        return pushed(corpus.getFileName().toString(), gold);
    }

    private static Labelled pushed(String name, List<ObjectNode> gold) {
        return new Labelled(name, gold, "externalId", stack -> {
            for (int from = 0; from < gold.size(); from += LINES_A_PUSH) {
                push(stack, gold.subList(from, Math.min(gold.size(), from + LINES_A_PUSH)));
            }
        });
    }

    private static Labelled read(DemoSite site) {
        return new Labelled(
                "demo, from its feeds and pages",
                LabelledArticles.servedBy(site),
                "url",
                stack -> stack.client(Service.INGEST)
                        .post(
                                "api/v1/feeds/import",
                                "text/x-opml",
                                site.newsstand().opml(),
                                stack.operatorToken()));
    }

    /** A line of the table. */
    private static String measured(Labelled labelled, Path root) throws IOException, InterruptedException {
        List<ObjectNode> gold = labelled.gold();
        Path work = Files.createDirectories(root.resolve(Path.of("benchmarks", "target", "stack")));

        Map<String, String> predicted = throughTheStack(labelled, root, work);

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
                labelled.name(),
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

    private static Map<String, String> throughTheStack(Labelled labelled, Path root, Path work)
            throws IOException, InterruptedException {
        StackSettings settings = StackSettings.forTests(root, work.resolve("data"));
        try (DataDirectory data = DataDirectory.hold(settings.data())) {
            data.empty();
            try (LocalStack stack = new LocalStack(settings, data, new Printed())) {
                stack.start();
                labelled.delivery().to(stack);
                return awaitStories(stack, labelled);
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

    /** Story id by what the article is known by, once all are there or nothing more comes. */
    private static Map<String, String> awaitStories(LocalStack stack, Labelled labelled)
            throws IOException, InterruptedException {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        Map<String, String> found = Stories.by(labelled.known(), stack.client(Service.API));
        while (found.size() < labelled.gold().size() && System.nanoTime() < deadline) {
            Thread.sleep(1000);
            found = Stories.by(labelled.known(), stack.client(Service.API));
        }
        // Again, as stories may have changed while they were read.
        return Stories.by(labelled.known(), stack.client(Service.API));
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
