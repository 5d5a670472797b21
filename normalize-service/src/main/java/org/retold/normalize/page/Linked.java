package org.retold.normalize.page;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/**
 * What a page says about its article in JSON-LD.
 *
 * @param body {@code articleBody}, which on many pages is a stub
 */
public record Linked(
        Optional<String> headline,
        Optional<String> published,
        Optional<String> publisher,
        Optional<String> address,
        List<String> authors,
        Optional<String> body) {

    private static final Linked NOTHING = new Linked(
            Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), List.of(), Optional.empty());
    private static final int MAX_NODES = 500;
    private static final ObjectMapper LENIENT = JsonMapper.builder()
            .enable(JsonReadFeature.ALLOW_UNESCAPED_CONTROL_CHARS)
            .enable(JsonReadFeature.ALLOW_BACKSLASH_ESCAPING_ANY_CHARACTER)
            .enable(JsonReadFeature.ALLOW_TRAILING_COMMA)
            .build();

    public Linked {
        authors = List.copyOf(authors);
    }

    static Linked of(Document document) {
        for (Element script : document.getElementsByTag("script")) {
            if (script.attr("type").equalsIgnoreCase("application/ld+json")) {
                Optional<JsonNode> article = parse(script.data()).flatMap(Linked::article);
                if (article.isPresent()) {
                    return of(article.get());
                }
            }
        }
        return NOTHING;
    }

    private static Linked of(JsonNode article) {
        List<String> authors = new ArrayList<>();
        JsonNode author = article.path("author");
        (author.isArray() ? author : LENIENT.createArrayNode().add(author))
                .forEach(one -> name(one).ifPresent(authors::add));
        return new Linked(
                text(article.path("headline")).or(() -> text(article.path("name"))),
                text(article.path("datePublished")).or(() -> text(article.path("dateCreated"))),
                name(article.path("publisher")),
                text(article.path("url")),
                authors,
                text(article.path("articleBody")));
    }

    private static Optional<JsonNode> parse(String json) {
        try {
            return Optional.ofNullable(LENIENT.readTree(json.replace("<!--", "").replace("-->", "")));
        } catch (JsonProcessingException e) {
            return Optional.empty();
        }
    }

    private static Optional<JsonNode> article(JsonNode root) {
        Deque<JsonNode> open = new ArrayDeque<>(List.of(root));
        for (int seen = 0; !open.isEmpty() && seen < MAX_NODES; seen++) {
            JsonNode node = open.removeFirst();
            if (isArticle(node.path("@type"))) {
                return Optional.of(node);
            }
            if (node.isArray()) {
                node.forEach(open::addLast);
            } else {
                open.addLast(node.path("@graph"));
                open.addLast(node.path("mainEntity"));
            }
        }
        return Optional.empty();
    }

    private static boolean isArticle(JsonNode type) {
        if (type.isArray()) {
            for (JsonNode one : type) {
                if (isArticle(one)) {
                    return true;
                }
            }
            return false;
        }
        String name = type.asText("").toLowerCase(Locale.ROOT);
        return name.endsWith("article") || name.endsWith("posting") || name.endsWith("report");
    }

    private static Optional<String> name(JsonNode node) {
        return node.isTextual() ? text(node) : text((node.isArray() ? node.path(0) : node).path("name"));
    }

    private static Optional<String> text(JsonNode node) {
        return node.isTextual() && !node.asText().isBlank()
                ? Optional.of(node.asText().strip())
                : Optional.empty();
    }
}
