package org.retold.benchmarks.baseline;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class BaselineTest {

    private static final String FERRY = """
            The operator of the Brennhavn ferries knew for eleven months that the fire doors of three ships did not close, \
            according to inspection reports seen by Norvik Wire. An engineer, Solveig Aasen, warned the board in a letter of \
            14 March that 412 passengers on the Havørn would have had four minutes to leave the car deck.""";

    private static final String FERRY_REWORDED = """
            For almost a year the company that runs the ships to Brennhavn was aware of doors against fire that stayed open. \
            Solveig Aasen, who is an engineer there, had written to the board on 14 March: 412 people aboard the Havørn, \
            and four minutes for getting off the deck with the cars. Norvik Wire has read what the inspectors found.""";

    private static final String ORCHARD = """
            A seed bank in Castelmoro has sold 60,000 grafts of an apple that it had declared extinct in 1987, a nursery owner \
            told Meridian Press. The Rosa di Vallebruna was found by the botanist Ilario Benzi in 2019 and kept secret.""";

    private static final List<Text> TEXTS = List.of(
            text("Ferry operator knew of open fire doors", FERRY),
            text("Extinct apple sold by the thousand", ORCHARD),
            text("Ferry operator knew about open fire doors", FERRY + " The company would not comment."),
            text("A year with open doors", FERRY_REWORDED));

    @Test
    void minHashFindsTheCopyAndNotTheReworded() {
        assertThat(new MinHashBands(0.5).label(TEXTS)).satisfies(BaselineTest::onlyTheCopyIsLinked);
        assertThat(new MinHashBands(0.3).label(TEXTS)).satisfies(BaselineTest::onlyTheCopyIsLinked);
    }

    @Test
    void simHashFindsWhatIsTheSame() {
        List<Text> texts = List.of(TEXTS.get(0), TEXTS.get(1), TEXTS.get(0));

        int[] label = new NearSimHash().label(texts);

        assertThat(label[0]).isEqualTo(label[2]).isNotEqualTo(label[1]);
    }

    @Test
    void titlesThatAreAlikeAreLinked() {
        assertThat(new AlikeTitles(0.75).label(TEXTS)).satisfies(BaselineTest::onlyTheCopyIsLinked);
    }

    /** As pg_trgm's {@code show_trgm('word')} gives them. */
    @Test
    void trigramsAreThoseOfPostgres() {
        assertThat(AlikeTitles.trigrams("Word")).containsExactlyInAnyOrder("  w", " wo", "wor", "ord", "rd ");
    }

    @Test
    void theNearestNeighbourIsLinkedFromItsThresholdOn() {
        NearestNeighbour nearest = NearestNeighbour.of(TEXTS);

        assertThat(nearest.label(0.5)).satisfies(BaselineTest::onlyTheCopyIsLinked);
        assertThat(Arrays.stream(nearest.label(1.1)).distinct().count()).isEqualTo(4);
        assertThat(Arrays.stream(nearest.label(0.001)).distinct().count()).isLessThan(3);
    }

    @Test
    void whatIsLinkedThroughAThirdIsOneStory() {
        Linked linked = new Linked(4);

        linked.link(0, 1);
        linked.link(3, 1);

        int[] stories = linked.stories();
        assertThat(stories[0]).isEqualTo(stories[3]).isNotEqualTo(stories[2]);
    }

    @Test
    void runsOfAShortTextAreTheText() {
        assertThat(new Text("en", "A", "b c").runs(5)).containsExactly("a b c");
        assertThat(new Text("en", "A", "b c d e f").runs(5)).containsExactly("a b c d e", "b c d e f");
    }

    private static void onlyTheCopyIsLinked(int[] label) {
        assertThat(label[0]).isEqualTo(label[2]);
        assertThat(Arrays.stream(label).distinct().count()).isEqualTo(3);
    }

    private static Text text(String title, String body) {
        return new Text("en", title, body);
    }
}
