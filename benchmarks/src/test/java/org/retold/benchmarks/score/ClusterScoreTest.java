package org.retold.benchmarks.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class ClusterScoreTest {

    private static final List<String> GOLD = List.of("a", "a", "a", "b", "b", "c");

    @Test
    void theGoldItselfIsPerfect() {
        ClusterScore score = ClusterScore.of(GOLD, GOLD);

        assertThat(score.f1()).isEqualTo(1);
        assertThat(score.ari()).isEqualTo(1);
    }

    @Test
    void everyArticleAloneFindsNoPair() {
        ClusterScore score = ClusterScore.of(GOLD, List.of("1", "2", "3", "4", "5", "6"));

        assertThat(score.recall()).isZero();
        assertThat(score.f1()).isZero();
        assertThat(score.ari()).isZero();
    }

    /** Counted by hand: 4 gold pairs; predicted {a,a}, {a,b}, {b,c} are 3 pairs, one of them gold; 15 pairs in all. */
    @Test
    void pairsAreCountedAsByHand() {
        ClusterScore score = ClusterScore.of(GOLD, List.of("x", "x", "y", "y", "z", "z"));

        assertThat(score.precision()).isCloseTo(1 / 3.0, within(1e-12));
        assertThat(score.recall()).isCloseTo(1 / 4.0, within(1e-12));
        assertThat(score.ari()).isCloseTo((1 - 12 / 15.0) / (3.5 - 12 / 15.0), within(1e-12));
        assertThat(score.largest()).isEqualTo(2);
    }
}
