package org.retold.dedupe;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.stream.Stream;
import org.retold.contract.Article;
import org.retold.contract.Article.Completeness;
import org.retold.contract.Credits;
import org.retold.contract.Json;
import org.retold.contract.Published;
import org.retold.contract.Published.Precision;
import org.retold.contract.Published.Source;
import org.retold.contract.Publisher;
import org.retold.contract.Story;

/**
 * Articles of which somebody said what story they tell, in the order they were published.
 *
 * @param stories label of each article's story, by article id
 */
record Labelled(List<Article> articles, Map<String, String> stories) {

    /** A folder of files of JSON lines; ids and labels of two files have nothing to do with each other. */
    static Labelled lines(Path folder) throws IOException {
        Labelled labelled = new Labelled(new ArrayList<>(), new HashMap<>());
        for (Path file : files(folder, ".jsonl")) {
            for (String line : Files.readAllLines(file)) {
                JsonNode article = Json.MAPPER.readTree(line.getBytes(UTF_8));
                String corpus = file.getFileName().toString();
                labelled.add(
                        corpus + text(article, "id"),
                        corpus + text(article, "cluster"),
                        text(article, "lang"),
                        article);
            }
        }
        return labelled.sorted();
    }

    /** A folder of files with an article each, as the demo site has them. */
    static Labelled files(Path folder) throws IOException {
        Labelled labelled = new Labelled(new ArrayList<>(), new HashMap<>());
        for (Path file : files(folder, ".json")) {
            JsonNode article = Json.MAPPER.readTree(Files.readAllBytes(file));
            String id = text(article, "id");
            String story = article.hasNonNull("story") ? text(article, "story") : "alone " + id;
            labelled.add(id, story, text(article, "language"), article);
        }
        return labelled.sorted();
    }

    /** The same articles in another order. */
    Labelled shuffled(long seed) {
        List<Article> others = new ArrayList<>(articles);
        Collections.shuffle(others, new Random(seed));
        return new Labelled(others, stories);
    }

    /** Tells all articles to a topology of four shards and says how well its stories agree with the labels. */
    Agreement told() {
        Map<String, String> told = new HashMap<>();
        try (Press press = new Press(4)) {
            articles.forEach(press::publish);
            for (Story story : press.stories().values()) {
                story.articles().forEach(article -> told.put(article.id(), story.id()));
            }
        }
        int both = 0;
        int meant = 0;
        int found = 0;
        for (int i = 0; i < articles.size(); i++) {
            for (int j = 0; j < i; j++) {
                String one = articles.get(i).id();
                String other = articles.get(j).id();
                boolean gold = Objects.equals(stories.get(one), stories.get(other));
                boolean ours = Objects.equals(told.get(one), told.get(other));
                both += gold && ours ? 1 : 0;
                meant += gold ? 1 : 0;
                found += ours ? 1 : 0;
            }
        }
        return new Agreement(told.size(), (double) both / found, 2.0 * both / (meant + found));
    }

    /**
     * How well stories agree with labels.
     *
     * @param articles how many are in a story
     * @param precision share of the pairs in one story that belong together, 0 to 1
     * @param pairF1 of pairs, 0 to 1
     */
    record Agreement(int articles, double precision, double pairF1) {}

    private void add(String id, String story, String language, JsonNode article) {
        List<String> paragraphs = new ArrayList<>();
        article.get("paragraphs").forEach(paragraph -> paragraphs.add(paragraph.asText()));
        stories.put(id, story);
        articles.add(new Article(
                id,
                "r1",
                Completeness.FULL,
                "https://example.org/" + id,
                null,
                null,
                new Publisher("example.org", "Example"),
                text(article, "title"),
                paragraphs,
                new Published(instant(text(article, "published")), Precision.DAY, Source.PUSH),
                language,
                List.of(),
                List.of(),
                Credits.NONE,
                Reports.NOON));
    }

    private Labelled sorted() {
        articles.sort(Comparator.comparing((Article article) ->
                        Objects.requireNonNull(article.published()).at())
                .thenComparing(Article::id));
        return this;
    }

    private static Instant instant(String published) {
        return published.length() == 10
                ? Instant.parse(published + "T00:00:00Z")
                : OffsetDateTime.parse(published).toInstant();
    }

    private static String text(JsonNode article, String field) {
        return article.get(field).asText();
    }

    private static List<Path> files(Path folder, String ending) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(path -> path.toString().endsWith(ending))
                    .sorted()
                    .toList();
        }
    }
}
