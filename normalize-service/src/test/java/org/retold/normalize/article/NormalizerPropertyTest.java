package org.retold.normalize.article;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.retold.contract.Item;
import org.retold.contract.ItemBody;
import org.retold.contract.ItemBody.Origin;
import org.retold.normalize.article.Outcome.Normalized;
import org.retold.normalize.article.Outcome.Refused;
import org.retold.normalize.corpus.Items;
import org.retold.normalize.language.LanguageReader;

/** Whatever comes in, something with a reason comes out. */
class NormalizerPropertyTest {

    private static final Normalizer NORMALIZER = new Normalizer(new LanguageReader());

    @Property(tries = 300)
    void anyMarkupIsAnArticleOrRefused(@ForAll("markup") String html, @ForAll("dates") String date) {
        Outcome outcome = NORMALIZER.normalize(item(Origin.PAGE, html.getBytes(UTF_8), date));

        switch (outcome) {
            case Normalized(var article) -> assertThat(article.title()).isNotBlank();
            case Refused(String code, String message) -> assertThat(code).matches("[a-z-]+");
        }
    }

    @Property(tries = 200)
    void anyBytesAreAnArticleOrRefused(@ForAll byte[] bytes) {
        assertThat(NORMALIZER.normalize(item(Origin.FEED_CONTENT, bytes, "2024")))
                .isNotNull();
    }

    @Property(tries = 100)
    void theSameItemIsTheSameArticle(@ForAll("markup") String html) {
        Item item = item(Origin.FEED_CONTENT, html.getBytes(UTF_8), "2024-01-05");

        assertThat(NORMALIZER.normalize(item)).isEqualTo(NORMALIZER.normalize(item));
    }

    @Provide
    Arbitrary<String> markup() {
        return Arbitraries.of(
                        "<p>",
                        "</p>",
                        "<div class=\"content\">",
                        "</div>",
                        "<h1>",
                        "</h1>",
                        "<a href='x'>",
                        "</a>",
                        "<br>",
                        "<table><tr><td>",
                        "</table>",
                        "<li>",
                        "<article>",
                        "<script>",
                        "</script>",
                        "<!--",
                        "-->",
                        "<script type=\"application/ld+json\">{\"@type\":",
                        "Selon Reuters, le port rouvrira lundi, ont déclaré trois sources. ",
                        "13 février 2024 à 17:36",
                        "Lire aussi : ",
                        "&nbsp;",
                        "&#x1F600;",
                        "\u0000",
                        "é",
                        "«",
                        "(Reporting by A B; Editing by C D)",
                        "1 Message",
                        "<svg>",
                        "<meta charset=x>",
                        " ")
                .list()
                .ofMaxSize(60)
                .map(parts -> String.join("", parts));
    }

    @Provide
    Arbitrary<String> dates() {
        return Arbitraries.oneOf(
                Arbitraries.strings().withChars("0123456789-:/TZ+ .").ofMaxLength(30),
                Arbitraries.of("mardi 32 mars 2024", "Thu, 99 Foo 2024 25:61:00 GMT", "2024-02-30T25:00:00Z", ""));
    }

    private static Item item(Origin origin, byte[] bytes, String published) {
        return new Item(
                "k",
                "https://example.org/a",
                null,
                null,
                "https://example.org/feed",
                null,
                "Titre",
                published,
                null,
                List.of(),
                List.of(),
                ItemBody.of(origin, "text/html", null, null, bytes),
                Items.FETCHED,
                null);
    }
}
