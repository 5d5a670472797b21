package org.retold.ingest.item;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.zip.GZIPInputStream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.TextNode;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/** Measures on pages of others whether an edit of the article shows, and all else that may change does not. */
class OutsidePagesTest {

    private final Path corpus = Path.of(
            System.getProperty("retold.shared", "../shared"), "corpora", "extraction", "article-extraction-benchmark");

    @Test
    void anEditShowsAndWhatChangesAroundItDoesNot() throws IOException {
        Assumptions.assumeTrue(Files.isDirectory(corpus), "skipped: corpora are not beside the checkout");
        JsonNode truth =
                new ObjectMapper().readTree(corpus.resolve("ground-truth.json").toFile());
        int told = 0;
        int counters = 0;
        int teasers = 0;
        int quiet = 0;
        int edits = 0;

        for (Map.Entry<String, JsonNode> page : truth.properties()) {
            String article = folded(page.getValue().path("articleBody").asText());
            Optional<String> before = PageSubstance.of(tree(page.getKey()));
            if (before.isPresent()) {
                told++;
                counters += PageSubstance.of(changedAround(article, OutsidePagesTest::counted, tree(page.getKey())))
                                .equals(before)
                        ? 1
                        : 0;
                teasers += PageSubstance.of(changedAround(article, OutsidePagesTest::linked, tree(page.getKey())))
                                .equals(before)
                        ? 1
                        : 0;
                quiet += PageSubstance.of(changedAround(article, OutsidePagesTest::reversed, tree(page.getKey())))
                                .equals(before)
                        ? 1
                        : 0;
                edits += PageSubstance.of(edited(article, tree(page.getKey()))).equals(before) ? 0 : 1;
            }
        }

        System.out.printf(
                "pages: %d, with enough prose: %d; edits that show: %d; nothing shows when around the article figures"
                        + " change: %d, and all links as well: %d, everything: %d%n",
                truth.size(), told, edits, counters, teasers, quiet);
        assertThat(told).isGreaterThanOrEqualTo(175);
        assertThat(edits).isGreaterThanOrEqualTo(160);
        assertThat(counters).isGreaterThanOrEqualTo(157);
        assertThat(teasers).isGreaterThanOrEqualTo(145);
    }

    /** As if what is no part of the article was different with every visit. */
    private static Document changedAround(String article, Consumer<TextNode> change, Document page) {
        texts(page).stream()
                .filter(text -> !article.contains(folded(text.text())))
                .filter(text -> !isIn("h1", text))
                .forEach(change);
        return page;
    }

    private static void counted(TextNode text) {
        text.text(text.text().replaceAll("[0-9]", "7"));
    }

    private static void linked(TextNode text) {
        if (isIn("a", text)) {
            reversed(text);
        } else {
            counted(text);
        }
    }

    private static void reversed(TextNode text) {
        text.text(new StringBuilder(text.text()).reverse().toString());
    }

    private static boolean isIn(String name, TextNode text) {
        Element parent = text.parent();
        return parent != null && parent.closest(name) != null;
    }

    private static Document edited(String article, Document page) {
        texts(page).stream()
                .filter(text -> article.contains(folded(text.text())))
                .max(Comparator.comparingInt(text -> text.text().length()))
                .ifPresent(text -> text.text(text.text() + " Two more died, police said."));
        return page;
    }

    private static List<TextNode> texts(Document page) {
        return page.body()
                .nodeStream(TextNode.class)
                .filter(text -> !folded(text.text()).isEmpty())
                .toList();
    }

    private Document tree(String page) throws IOException {
        try (GZIPInputStream html =
                new GZIPInputStream(Files.newInputStream(corpus.resolve("html").resolve(page + ".html.gz")))) {
            return Jsoup.parse(new String(html.readAllBytes(), UTF_8));
        }
    }

    private static String folded(String text) {
        return text.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]+", " ").strip();
    }
}
