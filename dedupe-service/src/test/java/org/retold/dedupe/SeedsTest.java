package org.retold.dedupe;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.retold.contract.Article;
import org.retold.contract.Relation;
import org.retold.contract.Story;
import org.retold.contract.Story.Member;

class SeedsTest {

    private static final Instant BEGIN = Instant.parse("2026-01-01T00:00:00Z");

    @BeforeEach
    void corpora() {
        Assumptions.assumeTrue(Seeds.areThere(), "skipped: corpora are not beside the checkout");
    }

    /** Between two orders so much time passes that everything is forgotten. */
    @Test
    void inEveryOrderTheTwoRetellingsAreOneStoryAndTheOthersAlone() {
        List<List<Integer>> orders = permutations(List.of(0, 1, 2, 3, 4));
        List<List<Integer>> wrong = new ArrayList<>();
        try (Press press = new Press(4)) {
            Instant begin = BEGIN;
            for (List<Integer> order : orders) {
                begin = begin.plus(Press.MEMORY.multipliedBy(2));
                List<Article> articles = Seeds.at(begin);
                order.forEach(n -> press.publish(articles.get(n)));
                if (!press.clusters()
                        .equals(Set.of(Set.of("001", "004"), Set.of("000"), Set.of("002"), Set.of("003")))) {
                    wrong.add(order);
                }
            }
        }

        assertThat(orders).hasSize(120);
        assertThat(wrong).isEmpty();
    }

    @Test
    void theStoryTellsWhoBrokeItAndWhoCameLate() {
        try (Press press = new Press(4)) {
            Seeds.at(BEGIN).forEach(press::publish);

            Story story = press.stories().values().stream()
                    .filter(candidate -> candidate.articleCount() == 2)
                    .findFirst()
                    .orElseThrow();
            assertThat(story.agency()).isEqualTo("Reuters");
            assertThat(story.origin()).satisfies(origin -> {
                assertThat(origin.agency()).isEqualTo("Reuters");
                assertThat(origin.articleId()).isEqualTo("001");
                assertThat(origin.date()).isEqualTo("2024-02-13");
                assertThat(origin.reporters()).containsExactly("Guy Faulconbridge", "Darya Korsunskaya");
            });
            assertThat(story.articles())
                    .extracting(Member::relation)
                    .containsExactly(Relation.ORIGINAL, Relation.CONDENSED);
            assertThat(story.articles().getFirst().lateBy()).isEqualTo(Duration.ofDays(35));
            assertThat(story.articles().getLast().lateBy()).isEqualTo(Duration.parse("PT24H44M"));
        }
    }

    private static List<List<Integer>> permutations(List<Integer> items) {
        if (items.isEmpty()) {
            return List.of(List.of());
        }
        List<List<Integer>> all = new ArrayList<>();
        for (Integer first : items) {
            List<Integer> rest = new ArrayList<>(items);
            rest.remove((Object) first);
            for (List<Integer> tail : permutations(rest)) {
                List<Integer> order = new ArrayList<>();
                order.add(first);
                order.addAll(tail);
                all.add(order);
            }
        }
        return all;
    }
}
