package org.retold.benchmarks.retelling;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.retold.dedupe.verify.Model;

class WrittenStoriesTest {

    private static final String FERRY = """
            The operator of the Brennhavn ferries knew for eleven months that the fire doors of three ships did not close, \
            according to inspection reports seen by Norvik Wire. An engineer, Solveig Aasen, warned the board in a letter of \
            14 March that 412 passengers on the Havørn would have had four minutes to leave the car deck.""";

    private static final String ORCHARD = """
            A seed bank in Castelmoro has sold 60,000 grafts of an apple that it had declared extinct in 1987, a nursery owner \
            told Meridian Press. The Rosa di Vallebruna was found by the botanist Ilario Benzi in 2019 and kept secret.""";

    private final Archive archive = Archive.of(
            "invented",
            List.of(told("1", FERRY, "ferry"), told("2", ORCHARD, "orchard"), told("3", FERRY, "ferry")),
            0);

    @Test
    void theWriterPutsTwoTellingsTogetherAndTheOtherReportAlone() {
        LabelledStream stream = LabelledStream.of(archive);

        int[] label = WrittenStories.label(stream, Model.shipped());

        assertThat(label).containsExactly(0, 1, 0);
        assertThat(stream.recall.verified()).isEqualTo(1);
    }

    @Test
    void anotherOrderIsAnotherStreamOfTheSameArticles() {
        LabelledStream stream = LabelledStream.inOrder(archive, new int[] {2, 0, 1});

        assertThat(stream.articles).extracting(Told::id).containsExactly("3", "1", "2");
        assertThat(WrittenStories.label(stream, Model.shipped())).containsExactly(0, 0, 1);
    }

    @Test
    void aPairScoresTheSameFromBothSides() {
        assertThat(archive.score(0, 2, Model.shipped())).isEqualTo(archive.score(2, 0, Model.shipped()));
        assertThat(archive.match(0, 2, Model.shipped()).score()).isEqualTo(archive.score(0, 2, Model.shipped()));
    }

    private static Told told(String id, String text, String story) {
        return new Told(id, "en", "", "", List.of(text), story, "all", "");
    }
}
