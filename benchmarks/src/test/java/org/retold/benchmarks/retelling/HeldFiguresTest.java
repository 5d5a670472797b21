package org.retold.benchmarks.retelling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.retold.benchmarks.score.Agreement;
import org.retold.benchmarks.score.Checkout;
import org.retold.dedupe.verify.Model;

/** Figures of {@code docs/quality.md} that can be had in seconds, with a margin: whoever loses quality hears of it. */
class HeldFiguresTest {

    @Test
    void theOwnCorpusWhichNoModelHasSeenIsToldApart() {
        LabelledStream own = Streams.own();

        Agreement agreement = Agreement.of(own.story, WrittenStories.label(own, Model.shipped()));

        assertThat(agreement.pairs().f1()).isGreaterThan(0.92);
        assertThat(agreement.adjustedRand()).isGreaterThan(0.92);
        assertThat(agreement.pulledIn()).isLessThanOrEqualTo(2);
    }

    @Test
    void storiesHoldTogetherWhenEachArticleIsPublishedTwice() {
        LabelledStream twice = Streams.ownTwice();

        Agreement agreement = Agreement.of(twice.story, WrittenStories.label(twice, Model.shipped()));

        assertThat(agreement.pairs().f1()).isGreaterThan(0.95);
        assertThat(agreement.pairs().precision()).isGreaterThan(0.98);
    }

    @Test
    void theCandidatesOfTheOwnCorpusAreFoundAmidThreeThousandOthers() {
        LabelledStream own = Streams.own();

        Recall recall = CandidateRecall.amidOthers(List.of(own), 2_500, 500).getOrDefault(own, Recall.NONE);

        assertThat(recall.pairs()).isPositive();
        assertThat((double) recall.scored() / recall.pairs()).isGreaterThan(0.86);
        assertThat((double) recall.verified() / recall.pairs()).isGreaterThan(0.86);
    }

    @Test
    void aModelThatHasNotSeenATopicTellsItsReportsApart() throws IOException {
        assumeTrue(areThere(), "skipped: corpora are not beside the checkout");
        List<LabelledStream> streams = Streams.all();
        LabelledStream handwritten = streams.getFirst();
        Training training = new Training(streams, Streams.IMPORTANCE);

        Agreement agreement = CrossValidation.amongAll(
                        HeldOut.of(handwritten, training), handwritten, WrittenStories::label)
                .pooled();

        assertThat(agreement.alone()).isEqualTo(35);
        assertThat(agreement.pairs().f1()).isGreaterThan(0.89);
        assertThat(agreement.adjustedRand()).isGreaterThan(0.89);
        assertThat(agreement.pulledIn()).isLessThanOrEqualTo(3);
    }

    @Test
    void theCandidatesOfTheHandwrittenCorporaAreFound() throws IOException {
        assumeTrue(areThere(), "skipped: corpora are not beside the checkout");

        Recall recall = LabelledStream.of(Streams.HANDWRITTEN, Corpora.handwritten(), 0).recall;

        assertThat((double) recall.verified() / recall.pairs()).isGreaterThan(0.96);
    }

    @Test
    void theFivePagesAreToldApartAmidOthersInAnyOrder() throws IOException {
        assumeTrue(areThere(), "skipped: corpora are not beside the checkout");
        Archive others = Archive.of(Streams.FRENCH, Corpora.dev(Streams.FRENCH), 1);

        assertThat(SeedsAmidOthers.among(List.of(others)).right(5)).isEqualTo(5);
    }

    private static boolean areThere() {
        return Files.isDirectory(Checkout.shared().resolve("corpora/retelling"));
    }
}
