package org.retold.local.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.retold.local.replay.Difference.Kind;

final class ComparisonTest {

    @Test
    void theSameStoriesUnderOtherIdsAreUnchanged() {
        Comparison comparison = Comparison.of(
                List.of(story("s", "a", "b"), story("t", "c")), List.of(story("x", "c"), story("y", "b", "a")));

        assertThat(comparison.differences()).isEmpty();
        assertThat(comparison.unchanged()).isEqualTo(2);
        assertThat(comparison.agreement()).isEqualTo(new Agreement(3, 1, 0, 0));
        assertThat(comparison.agreement().pairF1()).isEqualTo(1);
        assertThat(comparison.agreement().adjustedRandIndex()).isEqualTo(1);
    }

    @Test
    void aStoryThatFallsIntoTwoIsASplit() {
        Difference difference =
                only(List.of(story("s", "a", "b", "c", "d")), List.of(story("s", "a", "b"), story("u", "c", "d")));

        assertThat(difference.kind()).isEqualTo(Kind.SPLITS);
        assertThat(difference.shadow()).extracting(ListedStory::id).containsExactly("s", "u");
    }

    @Test
    void aStoryThatOnlySingleArticlesLeaveLosesThem() {
        assertThat(only(List.of(story("s", "a", "b", "c")), List.of(story("s", "a", "b"), story("u", "c")))
                        .kind())
                .isEqualTo(Kind.LOSES);
        assertThat(only(List.of(story("s", "a", "b")), List.of(story("s", "a"), story("u", "b")))
                        .kind())
                .as("nothing stays")
                .isEqualTo(Kind.SPLITS);
    }

    @Test
    void storiesThatBecomeOneMergeAndASingleArticleIsGained() {
        assertThat(only(List.of(story("s", "a", "b"), story("t", "c", "d")), List.of(story("s", "a", "b", "c", "d")))
                        .kind())
                .isEqualTo(Kind.MERGES);
        assertThat(only(List.of(story("s", "a", "b"), story("t", "c")), List.of(story("s", "a", "b", "c")))
                        .kind())
                .isEqualTo(Kind.GAINS);
    }

    @Test
    void storiesThatExchangeArticlesAreOneDifference() {
        Difference difference = only(
                List.of(story("s", "a", "b"), story("t", "c", "d"), story("u", "e")),
                List.of(story("s", "a", "c"), story("t", "b"), story("v", "d", "e")));

        assertThat(difference.kind()).isEqualTo(Kind.RESORTS);
        assertThat(difference.articles()).isEqualTo(5);
    }

    @Test
    void theLargestDifferenceComesFirst() {
        Comparison comparison = Comparison.of(
                List.of(story("s", "a", "b"), story("t", "c", "d", "e"), story("same", "f")),
                List.of(story("s", "a"), story("s2", "b"), story("t", "c", "d"), story("t2", "e"), story("same", "f")));

        assertThat(comparison.differences()).extracting(Difference::articles).containsExactly(3, 2);
        assertThat(comparison.unchanged()).isEqualTo(1);
        assertThat(comparison.liveStories()).isEqualTo(3);
        assertThat(comparison.shadowStories()).isEqualTo(5);
    }

    @Test
    void articlesThatOnlyOneSideHasAreCountedAndNotCompared() {
        Comparison comparison = Comparison.of(
                List.of(story("s", "a", "gone"), story("t", "gone too")), List.of(story("s", "a", "new")));

        assertThat(comparison.missingInShadow()).isEqualTo(2);
        assertThat(comparison.missingInLive()).isEqualTo(1);
        assertThat(comparison.differences()).isEmpty();
        assertThat(comparison.agreement().articles()).isEqualTo(1);
    }

    @Test
    void agreementIsMeasuredByPairs() {
        // Live {a b c} {d e f}, shadow {a b} {c d} {e f}: 2 pairs in both, 4 only live, 1 only in the shadow.
        Agreement agreement = Comparison.of(
                        List.of(story("s", "a", "b", "c"), story("t", "d", "e", "f")),
                        List.of(story("x", "a", "b"), story("y", "c", "d"), story("z", "e", "f")))
                .agreement();

        assertThat(agreement).isEqualTo(new Agreement(6, 2, 4, 1));
        assertThat(agreement.pairF1()).isCloseTo(4.0 / 9, within(1e-12));
        assertThat(agreement.adjustedRandIndex()).isCloseTo(0.8 / 3.3, within(1e-12));
    }

    @Test
    void theReportTellsTitlesAndNumbersToPeopleAndPrograms() {
        Comparison comparison = Comparison.of(
                List.of(story("s", "a", "b", "c"), story("t", "d")),
                List.of(story("s", "a", "b"), story("u", "c"), story("t", "d")));
        ReplayReport report = new ReplayReport("strict.json", comparison);

        assertThat(report.lines(5))
                .contains(
                        "  stories     2 live, 3 in the shadow, 1 unchanged",
                        "  pairs       1 together in both, 2 only live, 0 only in the shadow",
                        "  agreement   pair F1 0.500, adjusted Rand index 0.333",
                        "  loses: 3 → 2 + 1 articles",
                        "              - Title of c");
        assertThat(report.json().at("/differences/0/kind").asText()).isEqualTo("loses");
        assertThat(report.json().at("/differences/0/shadow/1/articles/0/title").asText())
                .isEqualTo("Title of c");
        assertThat(report.json().at("/pairs/onlyLive").asInt()).isEqualTo(2);
    }

    @Test
    void whereNothingWouldChangeTheReportSaysSo() {
        Comparison comparison = Comparison.of(List.of(story("s", "a")), List.of(story("s", "a")));

        assertThat(new ReplayReport("m", comparison).lines(5)).last().isEqualTo("  Nothing would change.");
    }

    private static Difference only(List<ListedStory> live, List<ListedStory> shadow) {
        List<Difference> differences = Comparison.of(live, shadow).differences();
        assertThat(differences).hasSize(1);
        return differences.getFirst();
    }

    private static ListedStory story(String id, String... articleIds) {
        Map<String, String> titles = new LinkedHashMap<>();
        for (String article : articleIds) {
            titles.put(article, "Title of " + article);
        }
        return new ListedStory(id, "Headline of " + id, titles);
    }
}
