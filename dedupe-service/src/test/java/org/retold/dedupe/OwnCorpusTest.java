package org.retold.dedupe;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.retold.dedupe.Labelled.Agreement;

/** The whole topology on the project's own labelled corpus, the demo site; no model has been trained on it. */
class OwnCorpusTest {

    private static final Path ARTICLES = Path.of(System.getProperty("retold.root", ".."))
            .resolve("local-stack/src/main/resources/org/retold/local/demo/articles");

    private final Labelled corpus = corpus();

    @Test
    void nothingIsTakenForARetellingThatIsNone() {
        assertThat(corpus.told().precision()).isGreaterThan(0.97);
    }

    @Test
    void mostRetellingsAreFoundInWhateverOrderTheyCome() {
        for (int seed = 0; seed <= 4; seed++) {
            Agreement agreement = (seed == 0 ? corpus : corpus.shuffled(seed)).told();

            assertThat(agreement.articles()).isEqualTo(corpus.articles().size());
            assertThat(agreement.pairF1()).as("order %d", seed).isGreaterThan(0.9);
        }
    }

    private static Labelled corpus() {
        try {
            return Labelled.files(ARTICLES);
        } catch (IOException e) {
            throw new AssertionError("the project's own corpus cannot be read", e);
        }
    }
}
