package org.retold.normalize;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.BeforeContainer;
import org.retold.contract.ItemBody;
import org.retold.contract.ItemBody.Origin;
import org.retold.contract.Published;
import org.retold.contract.Published.Source;
import org.retold.normalize.article.Normalizer;
import org.retold.normalize.article.Outcome;
import org.retold.normalize.corpus.Items;
import org.retold.normalize.corpus.TestPages;
import org.retold.normalize.corpus.TestPages.Content;
import org.retold.normalize.date.DayOrder;
import org.retold.normalize.date.PublishedDate;
import org.retold.normalize.date.PublishedDate.Claim;
import org.retold.normalize.date.PublishedDate.Claims;
import org.retold.normalize.language.LanguageReader;
import org.retold.normalize.url.ArticleAddress;
import org.retold.teststack.fuzz.Bounds;
import org.retold.teststack.fuzz.Corpus;
import org.retold.teststack.fuzz.Mutations;

/** Damaged input is read or refused, in bounded time and memory. */
class FuzzTest {

    private static final Normalizer NORMALIZER = new Normalizer(new LanguageReader());
    private static final String URL = "https://port.example/le-tramway";
    private static final Instant FETCHED = Instant.parse("2026-01-15T12:00:00Z");
    private static final Content CONTENT = new Content(
            "Le Port",
            "Le tramway revient au port",
            "mardi 19 mars 2024, par Jeanne Exemple",
            List.of(
                    "PARIS (Reuters) - Le conseil municipal a voté lundi soir la réouverture de la ligne de tramway, ont"
                            + " déclaré trois sources à l'agence Reuters.",
                    "Les travaux commenceront en mai, selon deux personnes proches du dossier, et dureront deux ans.",
                    "(Reportage de Jeanne Exemple, édité par Paul Exemple)"),
            List.of("Accueil", "International"),
            List.of("Un message, un commentaire ?"));

    private static final String[] MARKUP = {
        "<p>",
        "</p>",
        "<div class='content'>",
        "</div>",
        "<!--",
        "-->",
        "<script type='application/ld+json'>{\"@graph\":[",
        "</script>",
        "<table><tr><td>",
        "<svg><path d='",
        "<select><option>",
        "<template>",
        "<frameset>",
        "&nbsp;",
        "&#0;",
        "Ã©",
        "\ufffd",
        "Â",
        "<meta charset='x-none'>",
        "<link rel=canonical href='//'>",
        "<base href='http://[::1'>",
        "<br>",
        "Selon Reuters, cité par Bloomberg, ",
        "5 juin 2025",
        "<time datetime='2024-13-45T99:99'>",
        "\u0000",
        "\u202e",
        "\ud83d",
        "<h1>",
        "<article>",
        "<a href='",
        "<li>",
        "<textarea>",
        "<style>",
        "'",
        "\"",
        "<plaintext>"
    };

    private static final Mutations DAMAGES = new Mutations(MARKUP);
    private static final Corpus PAGES = Corpus.of(
            "pages",
            TestPages.spip(CONTENT).getBytes(UTF_8),
            TestPages.wordpress(CONTENT).getBytes(UTF_8));

    @BeforeContainer
    static void modelsAreLoaded() {
        NORMALIZER.normalize(Items.page(URL, TestPages.spip(CONTENT)));
    }

    @Example
    void everyPageIsAnArticleOrRefused() {
        PAGES.inputs().forEach(this::aDamagedPageIsAnArticleOrRefused);
    }

    @Property(tries = 160)
    void aDamagedPageIsAnArticleOrRefused(@ForAll("damagedPages") byte[] page) {
        assertThat(outcome(page)).isNotNull();
    }

    @Provide
    Arbitrary<byte[]> damagedPages() {
        return PAGES.damaged(DAMAGES);
    }

    @Example
    void depthLengthAndNumberDoNotMatter() {
        for (String body : List.of(
                "<div>".repeat(100_000) + "Selon Reuters",
                "<p>a</p>".repeat(60_000),
                "<p " + "a='b' ".repeat(50_000) + ">x</p>",
                "<b><i><u>".repeat(10_000) + "<p>x",
                "<table>".repeat(3_000) + "x",
                "<p>" + "Ã©".repeat(100_000) + "</p>",
                "<p>" + "le 5 juin 2025 à ".repeat(10_000) + "</p>",
                "<p>" + "Selon Reuters, cité par Bloomberg, ".repeat(8_000) + "</p>",
                "<p>" + "Jean-Paul De La Tour, ".repeat(10_000) + "</p>",
                "<script type='application/ld+json'>" + "[".repeat(100_000) + "</script><p>x</p>",
                "<p>" + "« ".repeat(100_000) + "</p>")) {
            assertThat(outcome(("<html><title>Titre</title><body>" + body + "</body></html>").getBytes(UTF_8)))
                    .isNotNull();
        }
    }

    @Property(tries = 800)
    void aDateIsBelievedOnlyBetweenNewspapersOfTheWebAndTomorrow(@ForAll("datesAlmost") String text) {
        Claims claims = new Claims(List.of(new Claim(Source.META, text)), List.of(text), DayOrder.DAY_FIRST);

        Optional<Published> date = Bounds.within(text.length(), () -> PublishedDate.of(claims, FETCHED));

        date.ifPresent(published -> assertThat(published.at())
                .isBetween(Instant.parse("1990-01-01T00:00:00Z"), Instant.parse("2026-01-16T12:00:00Z")));
    }

    @Provide
    Arbitrary<String> datesAlmost() {
        Mutations mutations = new Mutations(
                "2024",
                "2026",
                "19",
                "5",
                "-",
                "/",
                ".",
                ":",
                " ",
                "T",
                "Z",
                "+01:00",
                "-00:00",
                "EST",
                "mardi ",
                "mars",
                "März",
                "de ",
                "à ",
                "Uhr",
                "10:11",
                "10h11",
                "p.m.",
                "99",
                "1er",
                "December ",
                "th, ",
                "\u00a0",
                "(",
                ")",
                "0");
        return Arbitraries.randomValue(random -> mutations.ofTokens(random, 14));
    }

    @Property(tries = 800)
    void theAddressOfAnArticleIsItsOwnAddress(
            @ForAll("addressesAlmost") String url, @ForAll("addressesAlmost") String claim) {
        Optional<ArticleAddress> address =
                Bounds.within(url.length(), () -> ArticleAddress.of(url, claim, List.of(claim)));

        address.ifPresent(found -> assertThat(
                        ArticleAddress.of(found.url(), null, List.of()).map(ArticleAddress::url))
                .contains(found.url()));
    }

    @Provide
    Arbitrary<String> addressesAlmost() {
        Mutations mutations = new Mutations(
                "http",
                "https",
                "://",
                "e.example",
                "www.",
                "/",
                "?",
                "&",
                "#",
                "a=b",
                "utm_source=x",
                ":80",
                ":",
                "@",
                "%",
                "%2F",
                "é",
                "[::1]",
                "..",
                ";jsessionid=1",
                " ",
                "\\",
                "xn--",
                "amp",
                "spip.php?article12",
                "index.html",
                "\u0000");
        return Arbitraries.randomValue(random -> mutations.ofTokens(random, 12));
    }

    @Example
    void aTextInATextInATextIsReadInOneWalk() {
        String unit = "<div class='article-texte-12 texte'><p>PARIS (Reuters) - Le conseil municipal a voté lundi soir";
        String page = "<html><head><title>Titre</title><meta name='generator' content='SPIP 4.2.8'></head><body>"
                + unit.repeat(5_000);

        assertThat(outcome(page.getBytes(UTF_8))).isNotNull();
    }

    private static Outcome outcome(byte[] bytes) {
        return PAGES.read(
                bytes,
                () -> NORMALIZER.normalize(
                        Items.item(URL, null, null, ItemBody.of(Origin.PAGE, "text/html", null, URL, bytes))));
    }
}
