package org.retold.benchmarks.retelling;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.retold.benchmarks.retelling.ShardedIndex.Candidate;
import org.retold.dedupe.verify.Shortlist;

class RecallTest {

    @Test
    void whatIsNotOnTheShortlistIsScoredButNotVerified() {
        List<Candidate> found = List.of(verified(0), verified(1), scored(2));

        Recall recall = Recall.of(found, Set.of(0, 2, 1000));

        assertThat(recall.pairs()).isEqualTo(3);
        assertThat(recall.scored()).isEqualTo(2);
        assertThat(recall.verified()).isEqualTo(1);
        assertThat(recall.reached()).isEqualTo(1);
    }

    @Test
    void aLargeStoryHasMorePairsThanCanBeVerified() {
        Set<Integer> tellings =
                IntStream.range(0, Shortlist.VERIFIED + 3).boxed().collect(Collectors.toSet());

        Recall recall = Recall.of(List.of(), tellings);

        assertThat(recall.verifiable()).isEqualTo(Shortlist.VERIFIED);
        assertThat(recall.joinable()).isEqualTo(1);
        assertThat(recall.reached()).isZero();
    }

    @Test
    void theFirstOfAStoryHasNothingToReach() {
        Recall sum = Recall.of(List.of(verified(5)), Set.of()).plus(Recall.of(List.of(verified(5)), Set.of(5)));

        assertThat(sum).isEqualTo(new Recall(2, 1, 1, 1, 1, 1, 1, 2));
    }

    private static Candidate verified(int number) {
        return scored(number).asVerified();
    }

    private static Candidate scored(int number) {
        return new Candidate(number, "article " + number, 0.5, false);
    }
}
