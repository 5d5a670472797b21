package org.retold.dedupe.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.retold.contract.Credits;

class ViewsTest {

    private final Views views = Views.shipped();

    private View view(String language, String title, String... paragraphs) {
        return views.of("id", "1", title, List.of(paragraphs), language, Credits.NONE, null);
    }

    /** The terms of a kind that two texts share. */
    private static Set<Integer> shared(View a, View b, Kind kind) {
        Set<Integer> terms = hashes(a, kind);
        terms.retainAll(hashes(b, kind));
        return terms;
    }

    private static Set<Integer> hashes(View view, Kind kind) {
        Set<Integer> hashes = new TreeSet<>();
        for (int i = 0; i < view.terms(); i++) {
            if (view.kind(i) == kind) {
                hashes.add(view.hash(i));
            }
        }
        return hashes;
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    fr | plus de 3,2 milliards d'euros     | en | more than 3.2 billion euros
                    fr | 110 000 hectares                  | en | 110,000 hectares
                    fr | 1 900 prisonniers                 | de | 1.900 Gefangene
                    fr | quatre-vingt-dix-sept navires     | en | ninety-seven ships
                    fr | soixante-quatorze navires         | it | settantaquattro navi
                    de | einundzwanzig Schiffe             | en | twenty-one ships
                    es | treinta y cinco barcos            | fr | trente-cinq navires
                    es | 780 millones de euros             | fr | 780 M€ de dépôts
                    de | 1,9 Milliarden Euro               | en | €1.9bn of deposits
                    it | quarantamila euro                 | en | forty thousand euros
                    fr | près d'un cinquième du territoire | en | 20 percent of it
                    fr | ils n'en veulent payer que deux cinquièmes | en | They offer 40% of the bill.
                    fr | près d'un cinquième du territoire | en | 18 % of the territory
                    en | nearly two thirds of them | de | 65,4 Prozent von ihnen
                    de | Drei Viertel, verlangt er | en | three quarters, he says
                    de | 7,8 Prozent                       | es | el 7,8 por ciento
                    """)
    void numbersAreTheSameInEveryLanguage(String language, String text, String otherLanguage, String other) {
        View here = view(language, "", text);
        View there = view(otherLanguage, "", other);

        assertThat(shared(here, there, Kind.NUMBER)).hasSize(1);
    }

    @Test
    void aShareThatIsFarFromAFifthIsNone() {
        View here = view("fr", "", "près d'un cinquième du territoire");
        View there = view("en", "", "12 % of the territory");

        assertThat(shared(here, there, Kind.NUMBER)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    fr | le 12 septembre          | en | on Sept. 12
                    en | on 12 September          | de | am 12. September
                    es | el 3 de marzo            | it | il 3 marzo
                    fr | le 1er août              | en | on August 1st
                    """)
    void daysAreTheSameInEveryLanguage(String language, String text, String otherLanguage, String other) {
        View here = view(language, "", text);
        View there = view(otherLanguage, "", other);

        assertThat(shared(here, there, Kind.DATE)).hasSize(1);
    }

    @Test
    void differentNumbersStayDifferent() {
        View here = view("fr", "", "ils ont compté 1 900 prisonniers et 41 200 euros");
        View there = view("en", "", "they counted 1,910 prisoners and 41,300 euros");

        assertThat(shared(here, there, Kind.NUMBER)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"Ouchakov,Ushakov", "Guelachi,Gelashi", "Merech,Meresh", "Korian,Koryan", "Ушаков,Ushakov"})
    void namesAreTheSameInEveryTranscription(String one, String other) {
        View here = view("fr", "", "hier soir le conseiller " + one + " a parlé");
        View there = view("en", "", "yesterday the adviser " + other + " spoke");

        assertThat(shared(here, there, Kind.NAME)).hasSize(1);
    }

    @Test
    void aNameAtTheBeginningOfASentenceIsRecognisedByItsOtherPlaces() {
        View view = view("en", "", "Barateli spoke for an hour. Then they saw that Barateli left.");

        assertThat(hashes(view, Kind.NAME)).hasSize(1);
    }

    @Test
    void capitalsOfAHeadlineSayNothing() {
        View view = view("en", "SECRET OFFER REJECTED BY MINISTER", "The minister rejected a secret offer.");

        assertThat(hashes(view, Kind.NAME)).isEmpty();
        assertThat(view.tooShort()).isTrue();
    }

    @Test
    void sentencesKnowWhereTheyStand() {
        String title = "A treaty is signed";
        String first = "The envoy Otar Gelashi arrived. He signed the treaty at noon.";
        View view = view("en", title, "", first);

        assertThat(view.range(0).paragraph()).isEqualTo(-1);
        assertThat(view.sentences()).isEqualTo(3);
        assertThat(view.range(2).paragraph()).isEqualTo(1);
        assertThat(first.substring(view.range(2).from(), view.range(2).to())).isEqualTo("He signed the treaty at noon");
    }

    @Test
    void abbreviationsEndNoSentence() {
        View view = view("fr", "", "Mardi, M. Dovian a rencontré Mme. Barateli près du lac gelé.");

        assertThat(view.sentences()).isEqualTo(1);
    }

    @Test
    void agenciesAreSeenInTheText() {
        View reuters = view("fr", "", "Selon Reuters, la banque a perdu 3 milliards");
        View credited = views.of(
                "id",
                "1",
                "",
                List.of("la banque"),
                "fr",
                new Credits(List.of("Reuters"), List.of(), null, null, null),
                null);
        View press = view("en", "", "It told the Associated Press about the ria of the coast");

        assertThat(reuters.agencies()).isEqualTo(credited.agencies()).isNotZero();
        assertThat(press.agencies()).isNotZero().isNotEqualTo(reuters.agencies());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "word", "😀 🎉🎉 👍", "...", "«»", "the and of it is", "\u0000\uFFFF\uD800"})
    void whatSaysNothingIsTooShortToJudge(String text) {
        View view = view("en", text, text);

        assertThat(view.tooShort()).isTrue();
        assertThat(View.read(view.bytes()).tooShort()).isTrue();
    }

    @Test
    void aTextOfNumbersAloneHasAView() {
        StringBuilder numbers = new StringBuilder();
        for (int i = 0; i < 400; i++) {
            numbers.append(i * 7919).append(i % 3 == 0 ? ", " : i % 3 == 1 ? " % " : "\n");
        }

        View view = view("en", "", numbers.toString());

        assertThat(view.tooShort()).isFalse();
        assertThat(hashes(view, Kind.NUMBER)).hasSizeGreaterThan(200);
    }

    @Test
    void aHundredThousandWordsAreReadToTheLimit() {
        String paragraph =
                "The minister of Ordania met seventeen fishermen near the frozen harbour yesterday. ".repeat(100);

        View view = view("en", "A long text", Collections.nCopies(90, paragraph).toArray(String[]::new));

        assertThat(view.words()).isEqualTo(Views.MOST_WORDS);
        assertThat(view.tooShort()).isFalse();
    }

    @Test
    void rightToLeftTextHasAView() {
        String arabic = "أعلنت وزارة الخارجية يوم الثلاثاء أن الوفد المفاوض وصل إلى مسقط لإجراء محادثات مع الوسطاء";

        View view = view("ar", arabic, arabic);

        assertThat(view.tooShort()).isFalse();
        assertThat(view.range(0).to()).isEqualTo(arabic.length());
    }

    @Test
    void aWordWithoutEndIsCut() {
        View view = view("en", "", "x".repeat(100_000));

        assertThat(view.words()).isBetween(1, Views.MOST_WORDS);
    }

    @Test
    void theDefaultLocaleIsNotAsked() {
        java.util.Locale before = java.util.Locale.getDefault();
        View here = view("en", "ISTANBUL TALKS", "Officials said that INTERFAX and IRNA cited Ioannina in Istanbul.");

        java.util.Locale.setDefault(java.util.Locale.forLanguageTag("tr"));
        View there = view("en", "ISTANBUL TALKS", "Officials said that INTERFAX and IRNA cited Ioannina in Istanbul.");
        java.util.Locale.setDefault(before);

        assertThat(there.bytes()).isEqualTo(here.bytes());
    }

    @Test
    void anArticleOfSixHundredWordsTakesLessThanFourKilobytes() {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < 40; i++) {
            text.append("On %d June the envoy Marek%s told reporters that his %s of %d tonnes went to Kelvar%s. "
                    .formatted(
                            1 + i % 28,
                            (char) ('a' + i % 26),
                            i % 2 == 0 ? "consignment" : "harvest",
                            1_000 + 37 * i,
                            (char) ('a' + i % 20)));
        }

        View view = view("en", "Many deliveries", text.toString());

        assertThat(view.words()).isGreaterThan(600);
        assertThat(view.bytes()).hasSizeLessThan(4_096);
    }
}
