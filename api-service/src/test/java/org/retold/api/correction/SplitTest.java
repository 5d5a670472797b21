package org.retold.api.correction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.retold.api.Newsroom;
import org.retold.contract.Correction;
import org.retold.contract.Correction.Kind;

final class SplitTest {

    private static final Word WORD = new Word("desk", Newsroom.MORNING, "Another shipyard.");

    @Test
    void oneArticleIsKeptApartFromAllThatStay() {
        Ruling.Given given = given(split("x"), "a", "x", "b");

        assertThat(given.corrections())
                .containsExactly(new Correction(
                        given.id(), Kind.APART, List.of("x", "a", "b"), "desk", Newsroom.MORNING, "Another shipyard."));
    }

    @Test
    void whatLeavesTogetherIsBoundTogetherBeforeItIsKeptApart() {
        Ruling.Given given = given(split("y", "x"), "a", "x", "b", "y");

        assertThat(given.corrections())
                .extracting(Correction::kind, Correction::articleIds)
                .containsExactly(
                        tuple(Kind.TOGETHER, List.of("x", "y")),
                        tuple(Kind.APART, List.of("x", "a", "b")),
                        tuple(Kind.APART, List.of("y", "a", "b")));
        assertThat(given.corrections())
                .extracting(Correction::id)
                .containsExactly(given.id(), given.id() + ".1", given.id() + ".2");
    }

    @Test
    void onlyTheFirstThatLeavesNamesAllOfAManyThatStay() {
        Ruling ruling = split("s1", "s2").of(Shown.large("s", 500));

        assertThat(((Ruling.Given) ruling).corrections())
                .extracting(correction -> correction.articleIds().size())
                .containsExactly(2, 499, 11);
    }

    @Test
    void theSameWordSaidAgainHasTheSameId() {
        String said = given(split("x", "y"), "a", "x", "y").id();

        assertThat(given(split("y", "x"), "y", "x", "a", "late").id()).isEqualTo(said);
        assertThat(given(split("x"), "a", "x", "y").id()).isNotEqualTo(said);
        assertThat(split("x", "y").of(Shown.story("other", "a", "x", "y")))
                .isInstanceOfSatisfying(
                        Ruling.Given.class, other -> assertThat(other.id()).isNotEqualTo(said));
    }

    @Test
    void whatIsNotInTheStoryCannotLeaveIt() {
        assertThat(reason(split("x", "w", "v"), "a", "x")).isEqualTo("Not in this story: v, w.");
    }

    @Test
    void somebodyHasToStay() {
        assertThat(reason(split("a", "x"), "a", "x")).contains("at least one has to stay");
    }

    @Test
    void aStoryThatListsOnlySomeOfItsArticlesIsTooLarge() {
        assertThat(split("a").of(Shown.story("s", 1500, List.of("a", "b"))))
                .isInstanceOfSatisfying(
                        Ruling.Refused.class,
                        refused -> assertThat(refused.reason()).contains("1500 articles"));
    }

    private static Split split(String... articleIds) {
        return new Split(Set.of(articleIds), WORD);
    }

    private static Ruling.Given given(Split split, String... articleIds) {
        return (Ruling.Given) split.of(Shown.story("s", articleIds));
    }

    private static String reason(Split split, String... articleIds) {
        return ((Ruling.Refused) split.of(Shown.story("s", articleIds))).reason();
    }
}
