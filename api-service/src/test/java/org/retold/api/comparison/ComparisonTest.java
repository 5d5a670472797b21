package org.retold.api.comparison;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.retold.api.comparison.MarkedBlock.Piece;
import org.retold.contract.Evidence.Fact;
import org.retold.contract.Evidence.Passage;
import org.retold.contract.Evidence.Range;

class ComparisonTest {

    @Test
    void marksChangeNothingOfTheText() {
        String title = "Hard 😀 facts: “one two three four five six”";
        String paragraph = "One two three four five six, 1,870 people and Thessaly said 😀.";

        Comparison comparison = Comparison.of(
                text("en", title, paragraph),
                text("en", title, paragraph),
                List.of(passage(range(-1, 3, 6), range(0, 5, 30)), passage(range(0, 0, 61), range(-1, 0, 10))),
                List.of(new Fact(Fact.Kind.TERM, "facts", null)));

        for (List<MarkedBlock> side : List.of(comparison.here(), comparison.there())) {
            assertThat(side.stream().map(block -> pieces(List.of(block), piece -> true)))
                    .containsExactly(title, paragraph);
        }
        assertThat(comparison.passages()).isEqualTo(2);
    }

    @Test
    void fiveWordsInARowAreTheSameWhateverTheirCaseAndAccentsAndStops() {
        Comparison comparison = compare(
                "He went home. The élite of the town council met at noon.",
                "Nobody knew: The Elite of the town... COUNCIL met! The town council met again.");

        assertThat(pieces(comparison.here(), Piece::same)).isEqualTo("The élite of the town council met");
        assertThat(pieces(comparison.there(), Piece::same)).isEqualTo("The Elite of the town... COUNCIL met");
        assertThat(comparison.sameHere()).isEqualTo(7.0 / 13); // with the title's word
    }

    @Test
    void numbersAreTheSameHoweverTheLanguageWritesThem() {
        Comparison comparison = Comparison.of(
                text("en", "Title", "Of 2,300 people 1,870 stay, 4 go and 52 wait."),
                text("fr", "Titre", "Sur 2 300, 1.870 restent, 4 partent et 53 attendent."),
                List.of(),
                List.of());

        assertThat(facts(comparison.here())).containsExactly("2,300", "1,870");
        assertThat(facts(comparison.there())).containsExactly("2 300", "1.870");
    }

    @Test
    void whatTheEvidenceNamesIsMarkedAsEachTextWritesIt() {
        Comparison comparison = Comparison.of(
                text("fr", "Titre", "Le procureur Ouchakov a parlé. Les couronnes manquent."),
                text("en", "Title", "Prosecutor Ushakov spoke. No Crowns are left, nor crownsmen."),
                List.of(),
                List.of(
                        new Fact(Fact.Kind.NAME, "Ouchakov", "Ushakov"),
                        new Fact(Fact.Kind.TERM, "couronnes", "crowns")));

        assertThat(facts(comparison.here())).containsExactly("Ouchakov", "couronnes");
        assertThat(facts(comparison.there())).containsExactly("Ushakov", "Crowns");
    }

    @Test
    void namesAreWordsWithACapitalInTheMidstOfASentenceButNotInGermanWhichHasThemEverywhere() {
        String text = "Then Thessaly came. Nobody saw the Works.";

        assertThat(facts(compare(text, "They saw Thessaly. Nobody else.").here()))
                .containsExactly("Thessaly");
        assertThat(facts(Comparison.of(text("de", "T", text), text("de", "T", text), List.of(), List.of())
                        .here()))
                .isEmpty();
    }

    @Test
    void aQuoteIsSharedWhereItsWordsAreOrWhereItsPassageIs() {
        Comparison same = compare(
                "She said: “We read about our own yard.” And “nothing else was ever said here”.",
                "“We read about our yard,” she said.");
        Comparison translated = Comparison.of(
                text("en", "T", "She said: “We read about our own yard.”"),
                text("fr", "T", "« Nous l’avons appris dans les journaux », dit-elle."),
                List.of(passage(range(0, 0, 39), range(0, 0, 50))),
                List.of());

        assertThat(pieces(same.here(), Piece::quote)).isEqualTo("“We read about our own yard.”");
        assertThat(pieces(same.there(), Piece::quote)).isEqualTo("“We read about our yard,”");
        assertThat(pieces(translated.there(), Piece::quote)).isEqualTo("« Nous l’avons appris dans les journaux »");
    }

    @Test
    void aPassageThatAShortenedTextLacksIsLeftOutInBoth() {
        Comparison comparison = Comparison.of(
                text("en", "T", "A short text."),
                text("en", "T", "A longer text that goes on."),
                List.of(passage(range(0, 0, 99), range(0, 0, 5)), passage(range(0, 2, 7), range(0, 2, 8))),
                List.of());

        assertThat(comparison.passages()).isEqualTo(1);
        assertThat(comparison.here().get(1).stretches().stream()
                        .filter(MarkedBlock.Stretch::begins)
                        .map(MarkedBlock.Stretch::passage))
                .containsExactly(1);
    }

    private static Comparison compare(String here, String there) {
        return Comparison.of(text("en", "Here", here), text("en", "There", there), List.of(), List.of());
    }

    private static ComparedText text(String language, String title, String paragraph) {
        return new ComparedText(title, List.of(paragraph), language);
    }

    private static Passage passage(Range here, Range there) {
        return new Passage(here, there, 0.8);
    }

    private static Range range(int paragraph, int from, int to) {
        return new Range(paragraph, from, to);
    }

    private static List<String> facts(List<MarkedBlock> blocks) {
        return all(blocks)
                .filter(piece -> piece.fact() != null)
                .map(Piece::text)
                .toList();
    }

    private static String pieces(List<MarkedBlock> blocks, Predicate<Piece> wanted) {
        return all(blocks).filter(wanted).map(Piece::text).collect(Collectors.joining());
    }

    private static Stream<Piece> all(List<MarkedBlock> blocks) {
        return blocks.stream()
                .flatMap(block -> block.stretches().stream())
                .flatMap(stretch -> stretch.pieces().stream());
    }
}
