package org.retold.dedupe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.DoubleSummaryStatistics;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.retold.dedupe.Labelled.Agreement;

/**
 * The whole topology on the hand-written corpora beside the checkout, as one stream. The model has seen these corpora:
 * the figures guard the clusterer and the topology, not the model.
 */
class HandwrittenTest {

    private static final Path DIRECTORY =
            Path.of(System.getProperty("retold.shared", "../shared"), "corpora", "retelling", "handwritten");

    @Test
    void storiesAreThoseThatTheirWritersMeant() throws IOException {
        assumeTrue(Files.isDirectory(DIRECTORY), "skipped: corpora are not beside the checkout");
        Labelled corpora = Labelled.lines(DIRECTORY);

        Agreement agreement = corpora.told();

        assertThat(agreement.articles()).isEqualTo(corpora.articles().size());
        assertThat(agreement.pairF1()).isGreaterThan(0.9);
    }

    @Test
    void theOrderOfArrivalMattersLittle() throws IOException {
        assumeTrue(Files.isDirectory(DIRECTORY), "skipped: corpora are not beside the checkout");
        Labelled corpora = Labelled.lines(DIRECTORY);

        for (int seed = 1; seed <= 4; seed++) {
            assertThat(corpora.shuffled(seed).told().pairF1())
                    .as("order %d", seed)
                    .isGreaterThan(0.9);
        }
        DoubleSummaryStatistics f1 = IntStream.rangeClosed(0, 8)
                .mapToDouble(seed -> corpora.shuffled(seed).told().pairF1())
                .summaryStatistics();

        assertThat(f1.getMax() - f1.getMin()).isLessThan(0.04);
        assertThat(f1.getMin()).isGreaterThan(0.88);
    }
}
