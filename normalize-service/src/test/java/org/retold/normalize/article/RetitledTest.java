package org.retold.normalize.article;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.retold.contract.Article;
import org.retold.contract.FirstAddress;
import org.retold.contract.Item;
import org.retold.contract.ItemBody;
import org.retold.contract.ItemBody.Origin;
import org.retold.normalize.article.Outcome.Normalized;
import org.retold.normalize.corpus.Items;
import org.retold.normalize.language.LanguageReader;

/** An article that gets another title, and with it another address, does not come twice. */
class RetitledTest {

    private final Normalizer normalizer = new Normalizer(new LanguageReader());

    @ParameterizedTest(name = "{0} told {2} at {1}")
    @CsvSource(nullValues = "-", textBlock = """
            # link                                       | page found at                     | its claim
            https://e.example/crane-falls                | -                                 | -
            https://e.example/crane-falls                | https://e.example/crane-falls     | -
            https://e.example/crane-falls                | https://e.example/crane-falls     | https://e.example/crane-falls
            https://e.example/?p=12                      | https://e.example/crane-falls     | https://e.example/crane-falls
            https://e.example/?p=12                      | https://e.example/?p=12           | https://e.example/crane-falls
            https://e.example/spip.php?article12         | https://e.example/Crane-falls     | https://e.example/Crane-falls
            https://www.e.example/crane-falls?xtor=RSS-1 | https://www.e.example/crane-falls | https://e.example/2026/crane-falls
            https://e.example/crane-falls                | https://e.example/crane-falls     | https://e.example/
            https://feedproxy.google.com/r/7             | https://e.example/crane-falls     | https://e.example/crane-falls
            """, delimiter = '|')
    void whateverDecidedTheFirstTimeDecidesForEver(String link, @Nullable String found, @Nullable String claim) {
        Article first = article(item("Crane falls", link, found, claim, null));
        FirstAddress known = new FirstAddress(link, found, claim == null ? List.of() : List.of(claim));
        String slug = "https://e.example/crane-falls-on-quay-two-hurt";

        Article retitled = article(item("Crane falls on quay, two hurt", slug, slug, slug, known));
        Article withoutPage = article(item("Crane falls on quay, two hurt", slug, null, null, known));

        assertThat(retitled.id()).isEqualTo(first.id()).isEqualTo(withoutPage.id());
        assertThat(retitled.revision()).isNotEqualTo(first.revision());
        assertThat(retitled.url()).isEqualTo(slug);
    }

    @Test
    void theSameLinkWhosePageHasAnotherNameNowIsTheSameArticle() {
        String link = "https://e.example/?p=12";
        Article first = article(item("Crane falls", link, link, "https://e.example/crane-falls", null));

        FirstAddress known = new FirstAddress(link, link, List.of("https://e.example/crane-falls"));
        Article later = article(item("Two hurt", link, link, "https://e.example/two-hurt-by-crane", known));

        assertThat(later.id()).isEqualTo(first.id());
        assertThat(later.url()).isEqualTo("https://e.example/two-hurt-by-crane");
    }

    @Test
    void whatWasToldOnAnotherSiteIsAnotherArticle() {
        FirstAddress known = new FirstAddress("https://other.example/crane-falls", null, List.of());

        Article here = article(item("Crane falls", "https://e.example/crane-falls", null, null, known));

        assertThat(here.id())
                .isEqualTo(article(item("Crane falls", "https://e.example/crane-falls", null, null, null))
                        .id());
    }

    @Test
    void aFirstAddressThatIsNoneIsLeftAlone() {
        FirstAddress known = new FirstAddress("no address", null, List.of());

        Article here = article(item("Crane falls", "https://e.example/crane-falls", null, null, known));

        assertThat(ArticleId.of("https://e.example/crane-falls")).contains(here.id());
    }

    private Article article(Item item) {
        return ((Normalized) normalizer.normalize(item)).article();
    }

    private static Item item(
            String title, String link, @Nullable String found, @Nullable String claim, @Nullable FirstAddress known) {
        String text = "<p>%s. The crane fell on Tuesday morning, the harbour master told Reuters.</p>".formatted(title)
                + "<p>Two dockers were taken to hospital, and the quay is closed until further notice.</p>";
        String canonical = claim == null ? "" : "<link rel=canonical href='%s'>".formatted(claim);
        ItemBody body = found == null
                ? ItemBody.of(Origin.FEED_CONTENT, "text/html", "UTF-8", null, text.getBytes(UTF_8))
                : ItemBody.of(
                        Origin.PAGE,
                        "text/html",
                        "UTF-8",
                        found,
                        "<html><head>%s</head><body><article>%s</article></body></html>"
                                .formatted(canonical, text)
                                .getBytes(UTF_8));
        Item item = Items.item(link, title, null, body);
        return new Item(
                item.key(),
                link,
                null,
                null,
                item.feedUrl(),
                null,
                title,
                null,
                null,
                List.of(),
                List.of(),
                body,
                item.fetched(),
                known);
    }
}
