package org.retold.dedupe.candidate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.retold.contract.Credits;
import org.retold.dedupe.sketch.Sketch;
import org.retold.dedupe.sketch.Sketches;
import org.retold.dedupe.view.Views;

class CandidateIndexTest {

    private final Sketches sketches = new Sketches();
    private final CandidateIndex index = new CandidateIndex();

    /** An article of forty rare words; those of one seed are the same, whatever the share of others. */
    private Sketch sketch(int seed, int other, double shareOfOther) {
        Random mine = new Random(seed);
        Random theirs = new Random(1_000_000 + other);
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < 40; i++) {
            String own = word(mine);
            String foreign = word(theirs);
            text.append(i < 40 * shareOfOther ? foreign : own).append(i % 8 == 7 ? ". Then " : " ");
        }
        return sketches.of(Views.shipped().of("id", "1", "", List.of(text.toString()), "en", Credits.NONE, null));
    }

    private static String word(Random random) {
        StringBuilder word = new StringBuilder();
        for (int i = 0; i < 6; i++) {
            word.append((char) ('a' + random.nextInt(26)));
        }
        return word.toString();
    }

    @Test
    void anArticleIsFoundAmongThousands() {
        for (int i = 0; i < 3_000; i++) {
            index.insert(i, sketch(i, 0, 0));
        }

        int[] candidates = index.candidates(sketch(1_234, 77, 0.5), 64);

        assertThat(candidates).startsWith(1_234);
    }

    @Test
    void theMostAlikeComesFirst() {
        index.insert(0, sketch(5, 1, 0.7));
        index.insert(1, sketch(5, 2, 0.1));
        index.insert(2, sketch(5, 3, 0.5));

        assertThat(index.candidates(sketch(5, 0, 0), 64)).containsExactly(1, 2, 0);
    }

    @Test
    void noMoreThanTheLimitAreReturned() {
        for (int i = 0; i < 30; i++) {
            index.insert(i, sketch(9, i, 0.2));
        }

        assertThat(index.candidates(sketch(9, 99, 0.2), 8)).hasSize(8).doesNotHaveDuplicates();
    }

    @Test
    void aKeyOfManyArticlesLeadsToTheNewest() {
        Sketch same = sketch(3, 0, 0);
        for (int i = 0; i < 500; i++) {
            index.insert(i, same);
        }

        int[] candidates = index.candidates(same, 1_000);

        assertThat(candidates)
                .hasSize(CandidateIndex.MOST_IN_BUCKET)
                .contains(499)
                .doesNotContain(0);
    }

    @Test
    void aRemovedArticleIsNotFoundAndItsSlotIsFree() {
        Sketch first = sketch(1, 0, 0);
        Sketch second = sketch(2, 0, 0);
        index.insert(0, first);
        index.remove(0);
        index.insert(0, second);

        assertThat(index.candidates(first, 64)).isEmpty();
        assertThat(index.candidates(second, 64)).containsExactly(0);
        assertThat(index.size()).isEqualTo(1);
    }

    @Test
    void anArticleThatLeftABucketCanBeRemoved() {
        Sketch same = sketch(3, 0, 0);
        for (int i = 0; i < 200; i++) {
            index.insert(i, same);
        }
        for (int i = 0; i < 200; i++) {
            index.remove(i);
        }

        assertThat(index.size()).isZero();
        assertThat(index.candidates(same, 64)).isEmpty();
    }

    @Test
    void whoHadToLeaveABucketComesBackWhenAnotherIsWithdrawn() {
        Sketch same = sketch(3, 0, 0);
        for (int i = 0; i < 200; i++) {
            index.insert(i, same);
        }

        index.withdraw(150, slot -> slot);

        assertThat(index.candidates(same, 1_000))
                .hasSize(CandidateIndex.MOST_IN_BUCKET)
                .contains(200 - CandidateIndex.MOST_IN_BUCKET - 1)
                .doesNotContain(150);
    }

    @Test
    void nobodyComesBackForOneWhoHadLeft() {
        Sketch same = sketch(3, 0, 0);
        for (int i = 0; i < 200; i++) {
            index.insert(i, same);
        }

        index.withdraw(10, slot -> slot);

        assertThat(index.candidates(same, 1_000))
                .hasSize(CandidateIndex.MOST_IN_BUCKET)
                .doesNotContain(10, 200 - CandidateIndex.MOST_IN_BUCKET - 1);
        assertThat(index.size()).isEqualTo(199);
    }

    @Test
    void aSlotIsTakenOnce() {
        Sketch sketch = sketch(1, 0, 0);
        index.insert(7, sketch);

        assertThatThrownBy(() -> index.insert(7, sketch)).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> index.remove(8)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void theSameHistoryGivesTheSameCandidates() {
        CandidateIndex other = new CandidateIndex();
        for (int i = 0; i < 300; i++) {
            index.insert(i, sketch(i % 40, i, 0.4));
            other.insert(i, sketch(i % 40, i, 0.4));
        }

        Sketch probe = sketch(11, 1_000, 0.3);

        assertThat(index.candidates(probe, 64)).isEqualTo(other.candidates(probe, 64));
    }

    /** However articles come, go in their order and are withdrawn from the midst. */
    @ParameterizedTest
    @ValueSource(ints = {3, 40, 3_000, 1_000_000})
    void itFindsWhatGoingThroughAllArticlesFinds(int differentKeys) {
        Random random = new Random(differentKeys);
        Deque<Integer> there = new ArrayDeque<>();
        Map<Integer, Sketch> sketches = new HashMap<>();
        Map<Integer, Long> arrivals = new HashMap<>();
        for (long arrival = 0; arrival < 1_500; arrival++) {
            int slot = IntStream.iterate(0, free -> free + 1)
                    .filter(free -> !sketches.containsKey(free))
                    .findFirst()
                    .orElseThrow();
            Sketch sketch = Sketch.of(random.ints(20, 0, differentKeys)
                    .map(key -> key * 31)
                    .distinct()
                    .sorted()
                    .toArray());
            index.insert(slot, sketch);
            there.add(slot);
            sketches.put(slot, sketch);
            arrivals.put(slot, arrival);
            if (random.nextInt(3) == 0) {
                int oldest = there.remove();
                index.remove(oldest);
                sketches.remove(oldest);
            }
            if (random.nextInt(9) == 0 && !there.isEmpty()) {
                int any = List.copyOf(there).get(random.nextInt(there.size()));
                index.withdraw(any, other -> Objects.requireNonNull(arrivals.get(other)));
                there.remove(any);
                sketches.remove(any);
            }
            if (arrival % 50 == 0) {
                assertThat(index.candidates(sketch, 30)).isEqualTo(best(sketch, there, sketches, 30));
            }
        }
        assertThat(index.size()).isEqualTo(there.size());
    }

    private static int[] best(Sketch probe, Deque<Integer> there, Map<Integer, Sketch> sketches, int limit) {
        Map<Integer, Integer> shared = new HashMap<>();
        for (int band = 0; band < probe.size(); band++) {
            int key = probe.key(band);
            List<Integer> bucket = new ArrayList<>();
            for (Iterator<Integer> newest = there.descendingIterator();
                    newest.hasNext() && bucket.size() < CandidateIndex.MOST_IN_BUCKET; ) {
                int slot = newest.next();
                Sketch sketch = Objects.requireNonNull(sketches.get(slot));
                if (IntStream.range(0, sketch.size()).anyMatch(at -> sketch.key(at) == key)) {
                    bucket.add(slot);
                }
            }
            bucket.forEach(slot -> shared.merge(slot, CandidateIndex.worth(bucket.size()), Integer::sum));
        }
        return shared.entrySet().stream()
                .sorted(Map.Entry.<Integer, Integer>comparingByValue()
                        .reversed()
                        .thenComparing(Map.Entry.comparingByKey()))
                .mapToInt(Map.Entry::getKey)
                .limit(limit)
                .toArray();
    }
}
