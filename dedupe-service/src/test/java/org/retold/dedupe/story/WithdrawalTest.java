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
import org.retold.contract.Credits;
import org.retold.contract.LookupAnswer.Outcome;
import org.retold.contract.Published;
import org.retold.contract.Story;
import org.retold.contract.StoryEvent;

class WithdrawalTest {

    private final Newsroom room = new Newsroom();

    @Test
    void anArticleThatIsTakenDownLeavesItsStory() {
        aStoryOfThree();

        List<Change> changes = room.isTakenDown("reprint");

        Story story = room.reader.storyOf("wire");
        StoryEvent event = room.reader.events().getLast();
        assertThat(changes).hasSize(1);
        assertThat(room.reader.clusters()).containsExactly(Set.of("wire", "copy"));
        assertThat(story.version()).isEqualTo(4);
        assertThat(event.kind()).isEqualTo(StoryEvent.Kind.WITHDRAWN);
        assertThat(event.articleId()).isEqualTo("reprint");
        assertThat(event.version()).isEqualTo(4);
        assertThat(room.ledger.articles).containsOnlyKeys("wire", "copy");
    }

    @Test
    void itsEvidenceGoesAndThatOfWhoeverWasSupportedByIt() {
        aStoryOfThree();
        room.arrives("late", to("reprint", 0.95), to("wire", 0.9), to("copy", 0.9));

        room.isTakenDown("reprint");

        assertThat(room.reader.evidence()).containsOnlyKeys("copy");
        assertThat(room.reader.evidenceOf("copy").otherArticleId()).isEqualTo("wire");
        assertThat(room.ledger.article("late").orElseThrow().supportedBy()).isNull();
        assertThat(room.ledger.article("late").orElseThrow().tieTo("reprint")).isEmpty();
    }

    @Test
    void whoLostItsEvidenceHasItAgainWhenAnArticleComesThatIsLinkedToIt() {
        aStoryOfThree();
        room.arrives("late", to("reprint", 0.95), to("wire", 0.9), to("copy", 0.9));
        room.isTakenDown("reprint");

        room.arrives("last", to("late", 0.95), to("wire", 0.9), to("copy", 0.9));

        assertThat(room.reader.evidenceOf("late").otherArticleId()).isEqualTo("last");
    }

    @Test
    void aStoryKeepsItsIdWithoutItsFounderAndIsToldAnew() {
        aStoryOfThree();

        room.isTakenDown("wire");

        Story story = room.reader.storyOf("reprint");
        assertThat(story.id()).isEqualTo(StoryId.foundedBy("wire"));
        assertThat(story.headline()).isEqualTo("Title of reprint");
        assertThat(Objects.requireNonNull(story.origin()).articleId()).isEqualTo("reprint");
        assertThat(story.articles().getFirst().score()).isEqualTo(1);
        assertThat(room.ledger.story(story.id()).orElseThrow().founder()).isEqualTo("reprint");
    }

    @Test
    void aStoryEndsWithItsOnlyArticle() {
        room.arrives("wire");

        List<Change> changes = room.isTakenDown("wire");

        assertThat(changes).hasSize(1);
        assertThat(changes.getFirst().goneStories()).containsExactly(StoryId.foundedBy("wire"));
        assertThat(kinds()).endsWith(StoryEvent.Kind.WITHDRAWN, StoryEvent.Kind.EXPIRED);
        assertThat(room.reader.stories()).isEmpty();
        assertThat(room.ledger.articles).isEmpty();
        assertThat(room.ledger.stories).isEmpty();
    }

    @Test
    void takenDownTwiceIsTakenDownOnce() {
        aStoryOfThree();
        room.isTakenDown("reprint");

        assertThat(room.isTakenDown("reprint")).isEmpty();
        assertThat(room.isTakenDown("never seen")).isEmpty();
    }

    @Test
    void whatOnlyItHeldTogetherPartsInOneChange() {
        room.arrives("hub");
        room.arrives("east", to("hub", 0.95));
        room.arrives("west", to("hub", 0.95), to("east", 0.45));
        room.arrives("north", to("hub", 0.95), to("east", 0.45), to("west", 0.45));

        List<Change> changes = room.isTakenDown("hub");

        assertThat(changes).hasSize(1);
        assertThat(room.reader.clusters()).containsExactlyInAnyOrder(Set.of("east"), Set.of("west"), Set.of("north"));
        assertThat(room.reader.storyOf("east").id()).isEqualTo(StoryId.foundedBy("hub"));
        assertThat(changes.getFirst().stories())
                .allSatisfy(story -> assertThat(story.changeSize()).isEqualTo(3));
    }

    @Test
    void twoThatStillBelongTogetherStayTogether() {
        room.arrives("hub");
        room.arrives("east", to("hub", 0.95));
        room.arrives("west", to("hub", 0.95), to("east", 0.55));

        room.isTakenDown("hub");

        assertThat(room.reader.clusters()).containsExactly(Set.of("east", "west"));
    }

    @Test
    void whatAnOperatorPutTogetherStaysTogether() {
        room.operatorSays(Kind.TOGETHER, "east", "west");
        room.arrives("hub");
        room.arrives("east", to("hub", 0.95));
        room.arrives("west", to("hub", 0.95));

        room.isTakenDown("hub");

        assertThat(room.reader.clusters()).containsExactly(Set.of("east", "west"));
    }

    @Test
    void aMergedStoryIsNotCalledAfterItAnyMore() {
        twoStoriesOfWhichOneWasMerged();
        assertThat(merged().headline()).isEqualTo("Title of wire");

        room.isTakenDown("wire");

        assertThat(merged().headline()).isEqualTo("Title of reprint");
        assertThat(merged().version()).isEqualTo(4);
    }

    @Test
    void norWhenItHasLeftThatStoryBefore() {
        Published before =
                new Published(Newsroom.NOON.minusSeconds(3600), Published.Precision.SECOND, Published.Source.FEED);
        room.arrives("wire");
        room.arrives(reference("earliest", 500, before, Credits.NONE), to("wire", 0.95));
        room.arrives("found");
        room.operatorSays(Kind.TOGETHER, "wire", "found");
        assertThat(merged().headline()).isEqualTo("Title of earliest");
        room.operatorSays(Kind.APART, "earliest", "wire", "found");

        room.isTakenDown("earliest");

        assertThat(merged().headline()).isEqualTo("Title of wire");
    }

    @Test
    void anArticleThatComesAgainIsANewOne() {
        room.arrives("wire");
        room.isTakenDown("wire");

        room.arrives("wire");

        assertThat(room.reader.storyOf("wire").id()).isEqualTo(StoryId.foundedBy("wire"));
        assertThat(room.reader.storyOf("wire").version()).isEqualTo(1);
    }

    @Test
    void itsOwnNameIsTakenWhileTheStoryThatItFoundedLives() {
        aStoryOfThree();
        room.isTakenDown("wire");

        room.arrives("wire");

        assertThat(room.reader.clusters()).containsExactlyInAnyOrder(Set.of("reprint", "copy"), Set.of("wire"));
        assertThat(room.reader.storyOf("wire").id()).isNotEqualTo(StoryId.foundedBy("wire"));
    }

    @Test
    void itsOwnNameIsTakenAlsoWhenItLeavesThatStory() {
        aStoryOfThree();
        room.isTakenDown("wire");
        room.arrives("wire", to("reprint", 0.9), to("copy", 0.9));
        assertThat(room.reader.clusters()).containsExactly(Set.of("reprint", "copy", "wire"));

        room.operatorSays(Kind.APART, "wire", "reprint", "copy");

        assertThat(room.reader.clusters()).containsExactlyInAnyOrder(Set.of("reprint", "copy"), Set.of("wire"));
        assertThat(room.reader.storyOf("reprint").id()).isEqualTo(StoryId.foundedBy("wire"));
    }

    @Test
    void aMergedStoryThatItHadFoundedStaysMergedWhenItComesAgain() {
        twoStoriesOfWhichOneWasMerged();
        room.isTakenDown("found");

        room.arrives("found");

        assertThat(merged().mergedInto()).isEqualTo(StoryId.foundedBy("wire"));
        assertThat(room.reader.storyOf("found").articleCount()).isEqualTo(1);
    }

    @Test
    void whatOperatorsSaidOfItBindsWhenItComesAgain() {
        room.operatorSays(Kind.TOGETHER, "wire", "column");
        room.arrives("wire");
        room.arrives("column");
        room.isTakenDown("wire");
        assertThat(room.reader.clusters()).containsExactly(Set.of("column"));

        room.arrives("wire");

        assertThat(room.reader.clusters()).containsExactly(Set.of("wire", "column"));
    }

    @Test
    void operatorsMaySpeakOfAnArticleThatWasTakenDown() {
        aStoryOfThree();
        room.isTakenDown("reprint");

        assertThat(room.operatorSays(Kind.TOGETHER, "reprint", "wire")).isEmpty();
        assertThat(room.operatorSays(Kind.APART, "reprint", "wire")).isEmpty();
    }

    @Test
    void aStoryIsRememberedForAsLongAsItWouldHaveBeenWithIt() {
        aStoryOfThree();
        room.daysPass(30);
        room.arrives("late", to("wire", 0.95), to("copy", 0.95), to("reprint", 0.9));
        room.isTakenDown("late");
        room.daysPass(59);

        room.arrives("harbour");
        assertThat(room.reader.clusters()).containsExactly(Set.of("wire", "reprint", "copy"), Set.of("harbour"));
        room.daysPass(2);
        room.arrives("orchard");

        assertThat(room.reader.clusters()).containsExactlyInAnyOrder(Set.of("harbour"), Set.of("orchard"));
        assertThat(room.reader.evidence()).isEmpty();
        assertThat(room.ledger.articles).containsOnlyKeys("harbour", "orchard");
    }

    @Test
    void timeComesToATakedownAsToAnArrival() {
        aStoryOfThree();
        room.daysPass(61);

        List<Change> changes = room.isTakenDown("wire");

        assertThat(changes).hasSize(1);
        assertThat(kinds()).endsWith(StoryEvent.Kind.EXPIRED).doesNotContain(StoryEvent.Kind.WITHDRAWN);
    }

    @Test
    void aTextThatOnlyItToldIsNotTold() {
        room.arrives("wire");
        room.isTakenDown("wire");

        assertThat(room.writer
                        .lookUp(new Question("q", Newsroom.NOON, null, false), List.of(to("wire", 0.95)))
                        .outcome())
                .isEqualTo(Outcome.NOT_TOLD);
    }

    @Test
    void aRevisionThatIsTakenDownGoesWithAllBeforeIt() {
        room.arrives("wire");
        room.arrives(reference("wire", "r2", Completeness.FULL));

        room.isTakenDown("wire");

        assertThat(room.reader.stories()).isEmpty();
    }

    private void aStoryOfThree() {
        room.arrives("wire");
        room.arrives("reprint", to("wire", 0.9));
        room.arrives("copy", to("wire", 0.95), to("reprint", 0.9));
    }

    private void twoStoriesOfWhichOneWasMerged() {
        room.arrives("wire");
        room.arrives("reprint", to("wire", 0.9));
        room.arrives("found");
        room.arrives("found reprint", to("found", 0.9));
        room.arrives("bridge", to("wire", 0.95), to("reprint", 0.95), to("found", 0.95), to("found reprint", 0.95));
        room.arrives(
                "second bridge", to("wire", 0.95), to("reprint", 0.95), to("found", 0.95), to("found reprint", 0.95));
    }

    private Story merged() {
        return room.reader.story(StoryId.foundedBy("found"));
    }

    private List<StoryEvent.Kind> kinds() {
        return room.reader.events().stream().map(StoryEvent::kind).toList();
    }
}
