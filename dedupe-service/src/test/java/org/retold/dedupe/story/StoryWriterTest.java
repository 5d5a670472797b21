package org.retold.dedupe.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.retold.dedupe.story.Newsroom.reference;
import static org.retold.dedupe.story.Newsroom.to;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.retold.contract.Article.Completeness;
import org.retold.contract.Correction.Kind;
import org.retold.contract.LookupAnswer.Outcome;
import org.retold.contract.Story;
import org.retold.contract.StoryEvent;
import org.retold.dedupe.verify.Match;

class StoryWriterTest {

    private final Newsroom room = new Newsroom();

    @Test
    void anArticleAloneIsAStoryOfOne() {
        List<Change> changes = room.arrives("wire");

        Story story = room.reader.storyOf("wire");
        assertThat(changes).hasSize(1);
        assertThat(story.articleCount()).isEqualTo(1);
        assertThat(story.headline()).isEqualTo("Title of wire");
        assertThat(story.articles().getFirst().score()).isEqualTo(1);
        assertThat(kinds()).containsExactly(StoryEvent.Kind.CREATED);
        assertThat(room.reader.evidence()).isEmpty();
    }

    @Test
    void aRetellingJoinsTheStoryThatItIsLinkedTo() {
        room.arrives("wire");

        room.arrives("reprint", to("wire", 0.9));

        assertThat(room.reader.clusters()).containsExactly(Set.of("wire", "reprint"));
        assertThat(kinds()).containsExactly(StoryEvent.Kind.CREATED, StoryEvent.Kind.JOINED);
        assertThat(room.reader.evidenceOf("reprint").otherArticleId()).isEqualTo("wire");
    }

    @Test
    void aWeakLinkIsNoReasonToJoin() {
        room.arrives("wire");

        room.arrives("follow-up", to("wire", 0.55));

        assertThat(room.reader.clusters()).containsExactlyInAnyOrder(Set.of("wire"), Set.of("follow-up"));
    }

    @Test
    void oneStrongLinkIntoALargeStoryIsNotEnough() {
        room.arrives("a");
        room.arrives("b", to("a", 0.9));
        room.arrives("c", to("a", 0.9), to("b", 0.9));
        room.arrives("d", to("a", 0.9), to("b", 0.9), to("c", 0.9));

        room.arrives("stranger", to("d", 0.7));

        assertThat(room.reader.clusters()).contains(Set.of("stranger"));
    }

    @Test
    void ofTwoStoriesTheStrongerIsJoined() {
        room.arrives("a");
        room.arrives("b");

        room.arrives("c", to("a", 0.7), to("b", 0.99));

        assertThat(room.reader.clusters()).contains(Set.of("b", "c"));
    }

    @Test
    void theSameRevisionAgainTellsNothing() {
        room.arrives("wire");

        List<Change> changes = room.arrives("wire");

        assertThat(changes).isEmpty();
    }

    @Test
    void anIntroductionNeverReplacesTheFullText() {
        room.arrives("wire");

        List<Change> changes = room.arrives(reference("wire", "r2", Completeness.INTRODUCTION));

        assertThat(changes).isEmpty();
    }

    @Test
    void aRevisionStaysInItsStoryWithNewEvidence() {
        room.arrives("wire");
        room.arrives("reprint", to("wire", 0.9));

        room.arrives(reference("reprint", "r2", Completeness.FULL), to("wire", 0.7));

        assertThat(room.reader.clusters()).containsExactly(Set.of("wire", "reprint"));
        assertThat(room.reader.storyOf("reprint").version()).isEqualTo(3);
        assertThat(room.reader.evidenceOf("reprint").score()).isEqualTo(0.7);
        assertThat(room.reader.evidenceOf("reprint").revision()).isEqualTo("r2");
        assertThat(kinds()).endsWith(StoryEvent.Kind.REVISED);
    }

    @Test
    void theFullTextAfterAnIntroductionFindsItsStory() {
        room.arrives("wire");
        room.arrives(reference("reprint", "r1", Completeness.INTRODUCTION));

        room.arrives(reference("reprint", "r2", Completeness.FULL), to("wire", 0.95));

        assertThat(room.reader.clusters()).containsExactly(Set.of("wire", "reprint"));
    }

    @Test
    void anArticleBetweenTwoLonelyOnesUnitesThem() {
        room.arrives("short");
        room.arrives("translation", to("short", 0.4));

        room.arrives("full", to("short", 0.99), to("translation", 0.99));

        assertThat(room.reader.clusters()).containsExactly(Set.of("short", "translation", "full"));
    }

    /** Its one link blends to 0.65 of a story of two: enough to join, had it come last, though not to merge. */
    @Test
    void aLonelyArticleIsTakenInAsIfItHadComeLast() {
        room.arrives("short");
        room.arrives("reworded");

        room.arrives("full", to("short", 0.99), to("reworded", 0.85));

        assertThat(room.reader.clusters()).containsExactly(Set.of("short", "reworded", "full"));
    }

    @Test
    void oneBridgeDoesNotMergeTwoLargerStories() {
        room.arrives("a1");
        room.arrives("a2", to("a1", 0.95));
        room.arrives("b1");
        room.arrives("b2", to("b1", 0.9));

        room.arrives("bridge", to("a1", 0.95), to("a2", 0.95), to("b1", 0.85));

        assertThat(room.reader.clusters()).containsExactlyInAnyOrder(Set.of("a1", "a2", "bridge"), Set.of("b1", "b2"));
    }

    @Test
    void twoStrongBridgesMergeTwoStoriesAndTheOlderIdSurvives() {
        room.arrives("a1");
        room.arrives("a2", to("a1", 0.95));
        room.arrives("b1");
        room.arrives("b2", to("b1", 0.9));
        room.arrives("first bridge", to("a1", 0.95), to("a2", 0.95), to("b1", 0.85));

        List<Change> changes =
                room.arrives("second bridge", to("a1", 0.95), to("a2", 0.95), to("first bridge", 0.9), to("b2", 0.85));

        Story survivor = room.reader.storyOf("b1");
        Story younger = room.reader.story(survivor.mergedFrom().getFirst());
        assertThat(room.reader.clusters()).hasSize(1);
        assertThat(survivor.id()).isEqualTo(StoryId.foundedBy("a1"));
        assertThat(younger.id()).isEqualTo(StoryId.foundedBy("b1"));
        assertThat(younger.mergedInto()).isEqualTo(survivor.id());
        assertThat(younger.articles()).isEmpty();
        assertThat(changes).hasSize(1);
        assertThat(survivor.changeSize()).isEqualTo(2);
        assertThat(changes.getFirst().events())
                .extracting(StoryEvent::kind)
                .containsExactly(StoryEvent.Kind.JOINED, StoryEvent.Kind.MERGED, StoryEvent.Kind.MERGED);
    }

    @Test
    void aDigestOfTwoStoriesIsAStoryOfItsOwn() {
        room.arrives("a1");
        room.arrives("b1");

        room.arrives("digest", to("a1", 0.9, 0, 0), to("b1", 0.9, 5, 0));

        assertThat(room.reader.clusters()).containsExactlyInAnyOrder(Set.of("a1"), Set.of("b1"), Set.of("digest"));
    }

    @Test
    void aDigestThatCameFirstLeavesWhenTheSecondStoryComes() {
        room.arrives("digest");
        room.arrives("a1", to("digest", 0.9, 0, 0));

        room.arrives("b1", to("digest", 0.95, 0, 5));

        assertThat(room.reader.clusters()).containsExactlyInAnyOrder(Set.of("a1"), Set.of("b1"), Set.of("digest"));
        assertThat(kinds()).contains(StoryEvent.Kind.SPLIT);
        assertThat(room.reader.evidence()).isEmpty();
    }

    @Test
    void aStoryExpiresWithItsLastArticle() {
        room.arrives("old");
        room.arrives("older copy", to("old", 0.9));
        room.daysPass(59);
        room.arrives("late copy", to("old", 0.9), to("older copy", 0.9));
        room.daysPass(59);
        room.arrives("something");
        Set<Set<String>> before = room.reader.clusters();
        room.daysPass(2);

        List<Change> changes = room.arrives("something else");

        assertThat(before).contains(Set.of("old", "older copy", "late copy"));
        assertThat(room.reader.clusters()).containsExactlyInAnyOrder(Set.of("something"), Set.of("something else"));
        assertThat(changes.getFirst().goneStories()).containsExactly(StoryId.foundedBy("old"));
        assertThat(changes.getFirst().goneEvidence()).containsExactly("older copy", "late copy");
        assertThat(changes.getFirst().events()).extracting(StoryEvent::kind).containsExactly(StoryEvent.Kind.EXPIRED);
        assertThat(room.ledger.articles).doesNotContainKeys("old", "older copy", "late copy");
    }

    @Test
    void mergedStoriesGoWithTheirSurvivor() {
        room.arrives("short");
        room.arrives("translation", to("short", 0.4));
        room.arrives("full", to("short", 0.99), to("translation", 0.99));
        room.daysPass(61);

        List<Change> changes = room.arrives("something else");

        assertThat(changes.getFirst().goneStories())
                .containsExactly(StoryId.foundedBy("short"), StoryId.foundedBy("translation"));
        assertThat(room.ledger.stories).hasSize(1);
    }

    @Test
    void whatAnOperatorPutsTogetherBecomesOneStory() {
        room.arrives("a");
        room.arrives("b");

        room.operatorSays(Kind.TOGETHER, "a", "b");

        assertThat(room.reader.clusters()).containsExactly(Set.of("a", "b"));
    }

    @Test
    void whatAnOperatorTakesApartStaysApart() {
        room.arrives("a");
        room.arrives("b", to("a", 0.9));
        room.operatorSays(Kind.APART, "b", "a");

        room.arrives(reference("b", "r2", Completeness.FULL), to("a", 0.99));
        room.arrives("c", to("a", 0.99), to("b", 0.99));
        room.arrives("d", to("a", 0.99), to("b", 0.99), to("c", 0.99));

        assertThat(room.reader.storyOf("a").id())
                .isNotEqualTo(room.reader.storyOf("b").id());
    }

    @Test
    void theFounderKeepsTheStoryWhenItIsTakenApart() {
        room.arrives("founder");
        room.arrives("b", to("founder", 0.9));
        room.arrives("c", to("b", 0.95), to("founder", 0.8));

        room.operatorSays(Kind.APART, "founder", "b", "c");

        assertThat(room.reader.clusters()).containsExactlyInAnyOrder(Set.of("founder"), Set.of("b", "c"));
        assertThat(room.reader.storyOf("founder").id()).isEqualTo(StoryId.foundedBy("founder"));
        assertThat(room.reader.storyOf("b").id()).isEqualTo(StoryId.foundedBy("b"));
        assertThat(kinds()).endsWith(StoryEvent.Kind.SPLIT, StoryEvent.Kind.SPLIT);
        assertThat(room.reader.evidence()).containsOnlyKeys("c");
    }

    @Test
    void aStoryThatWasMergedLivesAgainWhenItIsSplitOut() {
        room.arrives("a");
        room.arrives("b");
        room.operatorSays(Kind.TOGETHER, "a", "b");

        room.operatorSays(Kind.APART, "b", "a");

        Story revived = room.reader.story(StoryId.foundedBy("b"));
        assertThat(room.reader.clusters()).containsExactlyInAnyOrder(Set.of("a"), Set.of("b"));
        assertThat(revived.version()).isEqualTo(3);
        assertThat(room.reader.storyOf("a").mergedFrom()).isEmpty();
    }

    @Test
    void aCorrectionWaitsForArticlesThatAreStillToCome() {
        room.operatorSays(Kind.TOGETHER, "a", "b");
        room.operatorSays(Kind.APART, "c", "a", "b");
        room.arrives("a");

        room.arrives("b");
        room.arrives("c", to("a", 0.99), to("b", 0.99));

        assertThat(room.reader.clusters()).containsExactlyInAnyOrder(Set.of("a", "b"), Set.of("c"));
    }

    @Test
    void theLatestWordOfAnOperatorCounts() {
        room.arrives("a");
        room.arrives("b");
        room.operatorSays(Kind.APART, "a", "b");

        room.operatorSays(Kind.TOGETHER, "b", "a");

        assertThat(room.reader.clusters()).containsExactly(Set.of("a", "b"));
    }

    @Test
    void aCorrectionThatChangesNothingTellsNothing() {
        room.arrives("a");
        room.arrives("b", to("a", 0.9));

        List<Change> changes = room.operatorSays(Kind.TOGETHER, "a", "b");

        assertThat(changes).isEmpty();
    }

    @Test
    void aLookUpFindsAStoryAndLeavesNoTrace() {
        room.arrives("wire");
        Match match = to("wire", 0.9).match();

        var told = room.writer.lookUp(new Question("q", Newsroom.NOON, null, false), List.of(to("wire", 0.9)));
        var notTold = room.writer.lookUp(new Question("q", Newsroom.NOON, null, false), List.of(to("wire", 0.3)));
        var tooShort = room.writer.lookUp(new Question("q", Newsroom.NOON, null, true), List.of());

        assertThat(told.outcome()).isEqualTo(Outcome.TOLD);
        assertThat(told.storyId()).isEqualTo(StoryId.foundedBy("wire"));
        assertThat(Objects.requireNonNull(told.evidence()).score()).isEqualTo(match.score());
        assertThat(notTold.outcome()).isEqualTo(Outcome.NOT_TOLD);
        assertThat(tooShort.outcome()).isEqualTo(Outcome.TOO_SHORT);
        assertThat(room.ledger.articles).containsOnlyKeys("wire");
    }

    private List<StoryEvent.Kind> kinds() {
        return room.reader.events().stream().map(StoryEvent::kind).toList();
    }
}
