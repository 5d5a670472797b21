package org.retold.normalize.article;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.retold.contract.Article;
import org.retold.contract.Item;
import org.retold.contract.ItemBody;
import org.retold.contract.ItemBody.Origin;
import org.retold.normalize.article.Outcome.Normalized;
import org.retold.normalize.article.Outcome.Refused;
import org.retold.normalize.corpus.Items;
import org.retold.normalize.language.LanguageReader;

/** A text comes out as it was written, or does not come out. */
class CharsetFidelityTest {

    private static final String URL = "https://example.org/besancon/article12";
    private static final String FRENCH = "Le conseil municipal a voté lundi la réouverture de la ligne de tramway à"
            + " Besançon, après l’avis donné en février : « C’était prévu », dit le maire, Éric Hébrard.";

    /** By the charsets in which each can be written. */
    private static final Map<String, List<String>> TEXTS = Map.of(
            FRENCH,
            List.of("UTF-8", "windows-1252", "UTF-16"),
            "Der Stadtrat hat am Montagabend die Wiedereröffnung der Straßenbahnlinie über die große Brücke beschlossen.",
            List.of("UTF-8", "windows-1252", "ISO-8859-1", "ISO-8859-15", "UTF-16"),
            "El señor Muñoz pidió el lunes por la noche más información sobre la reapertura de la línea de tranvía.",
            List.of("UTF-8", "windows-1252", "ISO-8859-1", "ISO-8859-15"),
            "Il consiglio comunale ha votato lunedì sera la riapertura della linea: «È così», perché la città lo chiede.",
            List.of("UTF-8", "windows-1252", "ISO-8859-1"),
            "Городской совет проголосовал в понедельник вечером за открытие трамвайной линии до порта.",
            List.of("UTF-8", "windows-1251", "UTF-16"));

    private static final List<String> DECLARED =
            Arrays.asList(null, "UTF-8", "ISO-8859-1", "windows-1252", "ISO-8859-15", "us-ascii", "no-such-charset");

    private final Normalizer normalizer = new Normalizer(new LanguageReader());

    @Test
    void aTextIsReadAsItWasWrittenWhateverWasDeclared() {
        List<String> wrong = new ArrayList<>();

        TEXTS.forEach((text, charsets) -> charsets.forEach(charset -> DECLARED.forEach(declared -> {
            for (Origin origin : List.of(Origin.FEED_CONTENT, Origin.PAGE)) {
                byte[] bytes = html(origin, text).getBytes(Charset.forName(charset));
                Outcome outcome = normalizer.normalize(item(origin, bytes, declared));
                if (!(outcome instanceof Normalized(Article article)
                        && article.paragraphs().equals(List.of(text)))) {
                    wrong.add("%s declared %s in %s: %s".formatted(charset, declared, origin, outcome));
                }
            }
        })));

        assertThat(wrong).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"windows-1251", "ISO-8859-2", "ISO-8859-7", "Shift_JIS", "GBK", "KOI8-R"})
    void aLabelOfAnotherScriptDoesNotPassFrenchOnGarbled(String declared) {
        for (String charset : List.of("UTF-8", "windows-1252")) {
            byte[] bytes = html(Origin.PAGE, FRENCH).getBytes(Charset.forName(charset));

            Article article = article(item(Origin.PAGE, bytes, declared));

            assertThat(article.paragraphs()).containsExactly(FRENCH);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Le prÃ©sident Ã©lu Ã BesanÃ§on | Le président élu à Besançon",
                "Le prÃƒÂ©sident ÃƒÂ©lu | Le président élu",
                "Le pr&Atilde;&copy;sident &Atilde;&copy;lu | Le président élu",
                "Le pr&#195;&#169;sident &#xC3;&#xA9;lu | Le président élu",
                "Lâ€™Ã©tÃ© dâ€™hiver | L’été d’hiver",
                "L&acirc;&euro;&trade;&Atilde;&copy;t&Atilde;&copy; | L’été",
                "LE PRÃ‰SIDENT | LE PRÉSIDENT",
            })
    void damageIsUndoneInTitlesTextsAuthorsSubjectsAndNames(String damaged, String meant) {
        Article article = article(named(damaged, "<p>" + damaged + " a parlé lundi au conseil municipal.</p>"));

        assertThat(article.title()).isEqualTo(meant);
        assertThat(article.paragraphs()).containsExactly(meant + " a parlé lundi au conseil municipal.");
        assertThat(article.subjects()).containsExactly(meant);
        assertThat(article.authors()).containsExactly(meant);
        assertThat(article.publisher().name()).isEqualTo(meant);
    }

    @Test
    void aTitleOrTextThatLostLettersIsRefused() {
        String sound = "<p>" + FRENCH + "</p>";

        assertThat(refusal(Items.feed(URL, "Le pr\ufffdsident", null, sound))).isEqualTo("letters-lost");
        assertThat(refusal(Items.feed(URL, "Le président", null, sound + "<p>Il a vot\ufffd lundi.</p>")))
                .isEqualTo("letters-lost");
        assertThat(refusal(Items.feed(URL, "Le président", null, sound + "<p>Il a vot&#xFFFD; lundi.</p>")))
                .isEqualTo("letters-lost");
    }

    @Test
    void aSoundTitleOfThePageStandsInForOneThatLostLetters() {
        byte[] page = html(Origin.PAGE, FRENCH).getBytes(UTF_8);
        Item item = Items.item(
                URL,
                "Le tramway revient \ufffd Besan\ufffdon",
                null,
                ItemBody.of(Origin.PAGE, "text/html", "UTF-8", URL, page));

        assertThat(article(item).title()).isEqualTo("Le tramway");
    }

    @Test
    void namesThatLostLettersAreLeftOut() {
        Article article = article(named("Besan\ufffdon", "Le tramway", "<p>" + FRENCH + "</p>"));

        assertThat(article.subjects()).isEmpty();
        assertThat(article.authors()).isEmpty();
        assertThat(article.publisher().name()).isEqualTo("example.org");
    }

    @Test
    void aPageThatWasDamagedBeforeItWasStoredIsRepaired() {
        byte[] twice = new String(html(Origin.PAGE, FRENCH).getBytes(UTF_8), ISO_8859_1).getBytes(UTF_8);

        assertThat(article(item(Origin.PAGE, twice, "UTF-8")).paragraphs()).containsExactly(FRENCH);
    }

    private static String html(Origin origin, String text) {
        String paragraph = "<p>" + text + "</p>";
        return origin == Origin.PAGE
                ? "<!DOCTYPE html><html><head><title>Le tramway</title></head><body><article><h1>Le tramway</h1>"
                        + paragraph + "</article></body></html>"
                : paragraph;
    }

    private static Item item(Origin origin, byte[] bytes, @Nullable String declared) {
        return Items.item(URL, "Le tramway", null, ItemBody.of(origin, "text/html", declared, URL, bytes));
    }

    private static Item named(String name, String html) {
        return named(name, name, html);
    }

    private static Item named(String name, String title, String html) {
        return new Item(
                "k",
                URL,
                null,
                null,
                "https://example.org/feed",
                name,
                title,
                null,
                null,
                List.of(name),
                List.of(name),
                ItemBody.of(Origin.FEED_CONTENT, "text/html", "UTF-8", null, html.getBytes(UTF_8)),
                Items.FETCHED,
                null);
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
