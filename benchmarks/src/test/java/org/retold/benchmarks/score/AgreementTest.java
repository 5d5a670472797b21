package org.retold.benchmarks.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class AgreementTest {

    private static final int[] GOLD = {1, 1, 1, 2, 2, 3};

    @Test
    void theLabelledStoriesAgreeWholly() {
        Agreement agreement = Agreement.of(GOLD, new int[] {7, 7, 7, 8, 8, 9});

        assertThat(agreement.pairs().f1()).isEqualTo(1);
        assertThat(agreement.bCubed().f1()).isCloseTo(1, within(1e-9));
        assertThat(agreement.adjustedRand()).isEqualTo(1);
        assertThat(agreement.pulledIn()).isZero();
    }

    /** By hand: precision (3·1 + 2·2/3 + 1/3) / 6 = 7/9, recall 1, so 2·(7/9) / (1 + 7/9) = 7/8. */
    @Test
    void bCubedIsAsWorkedOutByHand() {
        BCubed bCubed = BCubed.of(GOLD, new int[] {1, 1, 1, 2, 2, 2}, article -> true);

        assertThat(bCubed.precision() / bCubed.articles()).isCloseTo(7 / 9.0, within(1e-9));
        assertThat(bCubed.recall() / bCubed.articles()).isCloseTo(1, within(1e-9));
        assertThat(bCubed.f1()).isCloseTo(7 / 8.0, within(1e-9));
    }

    /** By hand: each alone has precision 1 and recall (3·1/3 + 2·1/2 + 1) / 6 = 1/2, so 2/3: why B³ is not read alone. */
    @Test
    void everyArticleAloneScoresTwoThirdsByBCubedAndNothingByPairs() {
        Agreement agreement = Agreement.of(GOLD, new int[] {1, 2, 3, 4, 5, 6});

        assertThat(agreement.bCubed().f1()).isCloseTo(2 / 3.0, within(1e-9));
        assertThat(agreement.pairs().f1()).isZero();
        assertThat(agreement.adjustedRand()).isZero();
    }

    @Test
    void aLookAlikeInAStoryIsPulledIn() {
        Agreement agreement = Agreement.of(GOLD, new int[] {1, 1, 1, 2, 2, 2});

        assertThat(agreement.alone()).isEqualTo(1);
        assertThat(agreement.pulledIn()).isEqualTo(1);
    }

    @Test
    void theGroupsTogetherAgreeAsTheWhole() {
        int[] label = {1, 1, 2, 2, 2, 3};

        Agreement parts = Agreement.of(GOLD, label, article -> article < 2)
                .plus(Agreement.of(GOLD, label, article -> article >= 2));

        Agreement whole = Agreement.of(GOLD, label);
        assertThat(parts.pairs()).isEqualTo(whole.pairs());
        assertThat(parts.adjustedRand()).isCloseTo(whole.adjustedRand(), within(1e-9));
        assertThat(parts.bCubed().f1()).isCloseTo(whole.bCubed().f1(), within(1e-9));
        assertThat(parts.alone()).isEqualTo(whole.alone());
    }
}
