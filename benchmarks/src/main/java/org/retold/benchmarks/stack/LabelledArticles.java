package org.retold.benchmarks.stack;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.retold.contract.Json;
import org.retold.local.demo.DemoArticle;
import org.retold.local.demo.DemoContent;

/** Reads labelled articles, in the order they were published. */
final class LabelledArticles {

    private LabelledArticles() {}

    /**
     * @param corpus a file of JSON lines, a folder of such files, or a folder with the articles of the project's own
     *     corpus, to which those of the demo site are added
     */
    static List<ObjectNode> read(Path corpus) throws IOException {
        List<ObjectNode> articles = new ArrayList<>();
        if (Files.isDirectory(corpus.resolve("articles"))) {
            for (DemoArticle article : DemoContent.bundled().articles()) {
                articles.add(labelled(Json.MAPPER.valueToTree(article)));
            }
            for (Path file : files(corpus.resolve("articles"), ".json")) {
                articles.add(labelled((ObjectNode) Json.MAPPER.readTree(file.toFile())));
            }
        } else {
            for (Path file : Files.isDirectory(corpus) ? files(corpus, ".jsonl") : List.of(corpus)) {
                articles.addAll(lines(file));
            }
        }
        articles.sort(Comparator.comparing(article -> article.path("published").asText("")));
        return articles;
    }

    private static ObjectNode labelled(ObjectNode article) {
        String id = article.get("id").asText();
        article.put(
                "cluster", article.hasNonNull("story") ? article.get("story").asText() : "alone " + id);
        article.put("outlet", article.get("publisher").asText());
        article.put(
                "url",
                "https://%s.example/%s".formatted(article.get("publisher").asText(), id));
        return article;
    }

    /** Ids and labels of several files may coincide: the file's name tells them apart. */
    private static List<ObjectNode> lines(Path file) throws IOException {
        String name = file.getFileName().toString().replace(".jsonl", "");
        List<ObjectNode> lines = new ArrayList<>();
        for (String line : Files.readAllLines(file)) {
            ObjectNode article = (ObjectNode) Json.MAPPER.readTree(line);
            for (String label : List.of("id", "cluster")) {
                article.put(label, name + "/" + article.get(label).asText());
            }
            lines.add(article);
        }
        return lines;
    }

    private static List<Path> files(Path folder, String ending) throws IOException {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.filter(file -> file.toString().endsWith(ending))
                    .sorted()
                    .toList();
        }
    }
}
