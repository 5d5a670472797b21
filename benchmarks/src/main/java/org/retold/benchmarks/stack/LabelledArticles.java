package org.retold.benchmarks.stack;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.retold.contract.Json;
import org.retold.local.demo.DemoArticle;
import org.retold.local.demo.DemoContent;
import org.retold.local.http.DemoSite;

/** Reads labelled articles, in the order they were published. */
final class LabelledArticles {

    private LabelledArticles() {}

    /** Those of the demo site, which is the project's own corpus. */
    static List<ObjectNode> ofTheDemoSite() {
        return DemoContent.bundled().articles().stream()
                .map(LabelledArticles::labelled)
                .toList();
    }

    /** The same where they stand on a running demo site, each with its address as its id. */
    static List<ObjectNode> servedBy(DemoSite site) {
        List<ObjectNode> articles = new ArrayList<>();
        site.newsstand()
                .articles()
                .forEach((url, article) -> articles.add(labelled(article).put("id", url)));
        return articles;
    }

    /** @param corpus a file of JSON lines, or a folder of such files */
    static List<ObjectNode> read(Path corpus) throws IOException {
        List<ObjectNode> articles = new ArrayList<>();
        for (Path file : Files.isDirectory(corpus) ? files(corpus) : List.of(corpus)) {
            articles.addAll(lines(file));
        }
        articles.sort(Comparator.comparing(article -> article.path("published").asText("")));
        return articles;
    }

    private static ObjectNode labelled(DemoArticle article) {
        ObjectNode labelled = Json.MAPPER.valueToTree(article);
        return labelled.put("cluster", Objects.requireNonNullElse(article.story(), "alone " + article.id()))
                .put("outlet", article.publisher())
                .put("url", "https://%s.example/%s".formatted(article.publisher(), article.id()));
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

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.filter(file -> file.toString().endsWith(".jsonl"))
                    .sorted()
                    .toList();
        }
    }
}
