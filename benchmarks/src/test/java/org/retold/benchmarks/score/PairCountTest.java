package org.retold.benchmarks.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class PairCountTest {

    private static final int[] GOLD = {1, 1, 1, 2, 2, 3};

    @Test
    void theGoldStoriesScoreOne() {
        PairCount count = PairCount.within(GOLD, new int[] {7, 7, 7, 8, 8, 9}, i -> true);

        assertThat(count.f1()).isEqualTo(1);
        assertThat(PairCount.adjustedRand(GOLD, GOLD)).isEqualTo(1);
    }

    @Test
    void everyArticleAloneHasNoRecall() {
        PairCount count = PairCount.within(GOLD, new int[] {1, 2, 3, 4, 5, 6}, i -> true);

        assertThat(count.recall()).isZero();
        assertThat(count.precision()).isEqualTo(1);
        assertThat(count.f1()).isZero();
    }

    @Test
    void oneArticleTooManyCostsPrecision() {
        PairCount count = PairCount.within(GOLD, new int[] {1, 1, 1, 2, 2, 2}, i -> true);

        assertThat(count.precision()).isCloseTo(4 / 6.0, within(1e-9));
        assertThat(count.recall()).isEqualTo(1);
    }

    @Test
    void aPairWithOneChosenArticleCountsHalf() {
        PairCount count = PairCount.of(GOLD, new int[] {1, 1, 1, 2, 2, 2}, i -> i == 5);

        assertThat(count.found()).isEqualTo(1);
        assertThat(count.right()).isZero();
    }

    @Test
    void theGroupsTogetherCountEveryPairOnce() {
        int[] label = {1, 1, 2, 2, 2, 3};
        PairCount first = PairCount.of(GOLD, label, i -> i < 3);
        PairCount second = PairCount.of(GOLD, label, i -> i >= 3);

        assertThat(first.plus(second)).isEqualTo(PairCount.within(GOLD, label, i -> true));
    }
}
