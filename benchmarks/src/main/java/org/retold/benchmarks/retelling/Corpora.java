package org.retold.benchmarks.retelling;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.retold.benchmarks.score.Checkout;
import org.retold.contract.Json;
import org.retold.local.demo.DemoContent;

/** Reads the labelled corpora beside the checkout. */
final class Corpora {

    private static final List<String> HANDWRITTEN = List.of("corpus-c", "corpus-d");

    private Corpora() {}

    static List<Told> handwritten() throws IOException {
        List<Told> articles = new ArrayList<>();
        for (String name : HANDWRITTEN) {
            for (JsonNode line : lines("handwritten/" + name + ".jsonl")) {
                articles.add(told(name, line, name + "/" + line.get("topic").asText()));
            }
        }
        articles.sort(Told.BY_ARRIVAL);
        return articles;
    }

    /** The project's own corpus, which no model is trained on. */
    static List<Told> own() {
        return DemoContent.bundled().articles().stream()
                .map(article -> new Told(
                        article.id(),
                        article.language(),
                        article.published().toInstant().toString(),
                        article.title(),
                        article.paragraphs(),
                        Objects.requireNonNullElse(article.story(), "alone " + article.id()),
                        "own",
                        article.relation()))
                .sorted(Told.BY_ARRIVAL)
                .toList();
    }

    static List<Told> dev(String name) throws IOException {
        List<Told> articles = new ArrayList<>();
        for (JsonNode line : lines("dev/" + name + ".jsonl")) {
            articles.add(told(name, line, name));
        }
        return articles;
    }

    private static Told told(String corpus, JsonNode line, String group) {
        List<String> paragraphs = new ArrayList<>();
        if (line.has("paragraphs")) {
            line.get("paragraphs").forEach(paragraph -> paragraphs.add(paragraph.asText()));
        } else {
            paragraphs.addAll(line.get("text")
                    .asText()
                    .lines()
                    .filter(text -> !text.isBlank())
                    .toList());
        }
        return new Told(
                corpus + "/" + line.get("id").asText(),
                line.get("lang").asText(),
                line.path("published").asText(""),
                line.path("title").asText(""),
                List.copyOf(paragraphs),
                corpus + "/" + line.get("cluster").asText(),
                group,
                line.path("relation").asText(line.path("kind").asText("")));
    }

    static List<JsonNode> lines(String file) throws IOException {
        List<JsonNode> lines = new ArrayList<>();
        for (String line : Files.readAllLines(
                Checkout.shared().resolve("corpora/retelling").resolve(file))) {
            lines.add(Json.MAPPER.readTree(line));
        }
        return lines;
    }
}
