package org.retold.normalize.article;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.retold.contract.Article;
import org.retold.contract.Article.Completeness;
import org.retold.contract.Item;
import org.retold.contract.ItemBody;
import org.retold.contract.ItemBody.Origin;
import org.retold.contract.Published;
import org.retold.contract.Published.Precision;
import org.retold.contract.Published.Source;
import org.retold.normalize.article.Outcome.Normalized;
import org.retold.normalize.article.Outcome.Refused;
import org.retold.normalize.corpus.Items;
import org.retold.normalize.language.LanguageReader;

@Timeout(120)
class BadInputTest {

    private static final String URL = "https://example.org/tram";
    private static final String TEXT = "<p>Le conseil municipal a voté lundi la réouverture de la ligne de tramway, "
            + "fermée depuis vingt ans, malgré l’avis contraire du département.</p>"
            + "<p>Les travaux commenceront au printemps et dureront deux ans, a précisé la maire.</p>";

    private final Normalizer normalizer = new Normalizer(new LanguageReader());

    @Test
    void anItemWithoutDateIsAnArticleWithoutDate() {
        assertThat(article(Items.feed(URL, "Tramway", null, TEXT)).published()).isNull();
    }

    @Test
    void aTimeStampBelowTheTextDatesAPageThatSaysNothingElse() {
        Item item = Items.page(
                URL,
                "<html><body><div class='main'><h1>Tramway</h1>" + TEXT
                        + "</div><div class='bottom'><p>Autres nouvelles :</p><p>2024-02-14 00:44:00</p></div></body></html>");

        assertThat(article(item).published())
                .isEqualTo(new Published(Instant.parse("2024-02-14T00:44:00Z"), Precision.MINUTE, Source.TEXT));
    }

    @Test
    void anItemWithoutTitleTakesThePages() {
        Item item = Items.page(
                URL,
                "<html><head><title>Le tramway revient - Le Courrier</title>"
                        + "<meta property='og:site_name' content='Le Courrier'></head><body><article>" + TEXT
                        + "</article></body></html>");

        assertThat(article(item).title()).isEqualTo("Le tramway revient");
        assertThat(article(item).publisher().name()).isEqualTo("Le Courrier");
    }

    @Test
    void anItemWithoutAnyTitleTakesTheFirstWords() {
        Item item = Items.item(URL, null, null, body(Origin.FEED_CONTENT, TEXT.getBytes(UTF_8), null));

        assertThat(article(item).title()).startsWith("Le conseil municipal a voté lundi");
    }

    @Test
    void anItemThatIsOnlyATitleIsAnIntroduction() {
        Article article = article(Items.item(URL, "Le tramway revient à Besançon", null, null));

        assertThat(article.completeness()).isEqualTo(Completeness.INTRODUCTION);
        assertThat(article.paragraphs()).isEmpty();
    }

    @Test
    void anItemWithNothingIsRefused() {
        assertThat(refusal(Items.item(URL, null, null, null))).isEqualTo("no-title");
        assertThat(refusal(Items.item(URL, "Tramway", null, body(Origin.PAGE, new byte[0], null))))
                .isEqualTo("no-text");
    }

    @Test
    void aLinkThatIsNoWebAddressIsRefused() {
        assertThat(refusal(Items.feed("file:///etc/passwd", "Tramway", null, TEXT)))
                .isEqualTo("bad-url");
    }

    @Test
    void readersCommentsAreNoNews() {
        Item item = new Item(
                "k",
                URL,
                null,
                null,
                "https://example.org/spip.php?page=rss_forum_article&id_article=12",
                null,
                "Re: Tramway",
                null,
                null,
                List.of(),
                List.of(),
                body(Origin.FEED_CONTENT, TEXT.getBytes(UTF_8), null),
                Items.FETCHED,
                null);

        assertThat(refusal(item)).isEqualTo("not-news");
    }

    @Test
    void aWronglyDeclaredCharsetIsSeenThrough() {
        byte[] bytes = TEXT.getBytes(java.nio.charset.Charset.forName("windows-1252"));
        Article article = article(Items.item(URL, "Tramway", null, body(Origin.FEED_CONTENT, bytes, "UTF-8")));

        assertThat(article.paragraphs().get(0)).contains("voté lundi la réouverture", "l’avis");
    }

    @Test
    void aMebibyteOfGarbageIsRefused() {
        byte[] garbage = new byte[ItemBody.MAX_BYTES];
        new Random(7).nextBytes(garbage);

        assertThat(refusal(Items.item(URL, "Tramway", null, body(Origin.PAGE, garbage, null))))
                .isEqualTo("body-unreadable");
    }

    @Test
    void aMebibyteOfTextIsRefused() {
        String long_ = "<p>" + "Une phrase sans fin qui ne dit rien. ".repeat(28_000) + "</p>";

        assertThat(refusal(Items.feed(URL, "Tramway", null, long_))).isEqualTo("text-too-long");
    }

    @Test
    void aBodyThatIsNotGzipIsRefused() {
        ItemBody broken = new ItemBody(Origin.PAGE, "text/html", null, null, "bm90IGd6aXA=");

        assertThat(refusal(Items.item(URL, "Tramway", null, broken))).isEqualTo("body-unreadable");
    }

    @Test
    void deepNestingIsReadInGoodTime() {
        String deep = "<div>".repeat(40_000) + TEXT + "</div>".repeat(40_000);

        assertThat(normalizer.normalize(
                        Items.page(URL, "<html><title>Tramway</title><body>" + deep + "</body></html>")))
                .isNotNull();
    }

    @Test
    void aHugeLineWithoutBlanksIsReadInGoodTime() {
        assertThat(normalizer.normalize(Items.feed(URL, "Tramway", null, "<p>" + "a".repeat(500_000) + "</p>")))
                .isInstanceOf(Refused.class);
        assertThat(normalizer.normalize(Items.feed(URL, "Tramway", null, "<p>" + "Aa ".repeat(60_000) + "</p>")))
                .isInstanceOf(Normalized.class);
        assertThat(normalizer.normalize(
                        Items.feed(URL, "Tramway", null, "<p>" + "Jean Dupont et ".repeat(10_000) + "(Reuters)</p>")))
                .isInstanceOf(Normalized.class);
    }

    @Test
    void markupInATitleIsNotPassedOn() {
        Article article =
                article(Items.feed(URL, "Tramway <script>alert('x')</script><b>revient</b> &amp; roule", null, TEXT));

        assertThat(article.title()).isEqualTo("Tramway revient & roule");
    }

    @Test
    void scriptsInATextAreNotPassedOn() {
        Article article = article(
                Items.feed(URL, "Tramway", null, TEXT + "<script>document.write('évil')</script><style>p{}</style>"));

        assertThat(String.join(" ", article.paragraphs())).doesNotContain("document.write", "p{}");
    }

    @Test
    void aFutureDateIsNotBelieved() {
        assertThat(article(Items.feed(URL, "Tramway", "2031-01-01T00:00:00Z", TEXT))
                        .published())
                .isNull();
    }

    private static ItemBody body(Origin origin, byte[] bytes, @Nullable String charset) {
        return ItemBody.of(origin, "text/html", charset, null, bytes);
    }

    private Article article(Item item) {
        Outcome outcome = normalizer.normalize(item);
        assertThat(outcome).isInstanceOf(Normalized.class);
        return ((Normalized) outcome).article();
    }

    private String refusal(Item item) {
        Outcome outcome = normalizer.normalize(item);
        assertThat(outcome).isInstanceOf(Refused.class);
        return ((Refused) outcome).code();
    }
}
