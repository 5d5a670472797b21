package org.retold.api.correction;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.retold.api.Newsroom;
import org.retold.contract.Correction;

final class MergeTest {

    private static final Word WORD = new Word("desk", Newsroom.MORNING, null);

    @Test
    void theArticlesOfAllStoriesAreBoundTogether() {
        Ruling ruling = merge("s", "t").of(List.of(Shown.story("s", "a", "b"), Shown.story("t", "c")));

        Ruling.Given given = (Ruling.Given) ruling;
        assertThat(given.corrections())
                .containsExactly(new Correction(
                        given.id(), Correction.Kind.TOGETHER, List.of("a", "b", "c"), "desk", Newsroom.MORNING, null));
    }

    @Test
    void ofLargeStoriesTheEarliestArticlesStandForAll() {
        Ruling ruling = merge("s", "t").of(List.of(Shown.large("s", 300), Shown.large("t", 70)));

        assertThat(((Ruling.Given) ruling).corrections().getFirst().articleIds())
                .hasSize(100)
                .contains("s1", "s50", "t1", "t50")
                .doesNotContain("s51", "t51");
    }

    @Test
    void whichStoryIsNamedFirstDoesNotMatter() {
        Ruling here = merge("s", "t").of(List.of(Shown.story("s", "a"), Shown.story("t", "c")));
        Ruling there = merge("t", "s").of(List.of(Shown.story("t", "c"), Shown.story("s", "a")));

        assertThat(here).isEqualTo(there);
    }

    @Test
    void storiesThatAreOneAlreadyAreNotMerged() {
        Ruling ruling = merge("s", "t").of(List.of(Shown.story("s", "a", "c"), Shown.story("s", "a", "c", "late")));

        assertThat(ruling)
                .isInstanceOfSatisfying(
                        Ruling.Refused.class,
                        refused -> assertThat(refused.reason()).isEqualTo("These are one story already."));
    }

    private static Merge merge(String... storyIds) {
        return new Merge(Set.of(storyIds), WORD);
    }
}
