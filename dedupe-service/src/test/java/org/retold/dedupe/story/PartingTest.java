package org.retold.dedupe.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.retold.dedupe.story.Newsroom.to;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.retold.contract.Correction.Kind;
import org.retold.contract.StoryEvent;

class PartingTest {

    private final Newsroom room = new Newsroom();

    @Test
    void anArticleLeavesWhenTheStoryGrowsWithoutIt() {
        room.arrives("report");
        room.arrives("follow-up", to("report", 0.6));

        List<Change> changes = room.arrives("reprint", to("report", 0.95));

        assertThat(changes).hasSize(1);
        assertThat(room.reader.clusters()).containsExactlyInAnyOrder(Set.of("report", "reprint"), Set.of("follow-up"));
        assertThat(room.reader.storyOf("report").id()).isEqualTo(StoryId.foundedBy("report"));
        assertThat(room.reader.events().stream().map(StoryEvent::kind))
                .endsWith(StoryEvent.Kind.JOINED, StoryEvent.Kind.SPLIT, StoryEvent.Kind.SPLIT);
        assertThat(room.reader.evidence()).containsOnlyKeys("reprint");
    }

    @Test
    void anArticleStaysThatTheOthersStillPull() {
        room.arrives("report");
        room.arrives("condensed", to("report", 0.7));

        room.arrives("reprint", to("report", 0.95), to("condensed", 0.5));

        assertThat(room.reader.clusters()).containsExactly(Set.of("report", "condensed", "reprint"));
    }

    @Test
    void aStoryPartsWhereOneBridgeIsAllThatHoldsIt() {
        twoReportsThatOneBridgeConnects();

        assertThat(room.reader.clusters())
                .containsExactlyInAnyOrder(Set.of("raid", "raid reprint"), Set.of("trial", "trial reprint"));
    }

    @Test
    void aSecondBridgeHoldsAStory() {
        room.arrives("report");
        room.arrives("translation", to("report", 0.7));
        room.arrives("translation reprint", to("translation", 0.95));

        room.arrives("reprint", to("report", 0.95), to("translation reprint", 0.65));

        assertThat(room.reader.clusters())
                .containsExactly(Set.of("report", "reprint", "translation", "translation reprint"));
    }

    @Test
    void aCopyOfAnArticleMakesNoOneLeave() {
        room.arrives("report");
        room.arrives("follow-up", to("report", 0.6));

        room.arrives("copy", Newsroom.copyOf("report"));
        room.arrives("copy of the follow-up", Newsroom.copyOf("follow-up"));

        assertThat(room.reader.clusters())
                .containsExactly(Set.of("report", "follow-up", "copy", "copy of the follow-up"));
    }

    @Test
    void anArticleAndItsCopyAreTakenInLikeTheArticleAlone() {
        room.arrives("translation");
        room.arrives("its copy", Newsroom.copyOf("translation"));
        room.arrives("report");
        room.arrives("reprint", Newsroom.copyOf("report"));

        room.arrives("retelling", to("report", 0.9), to("reprint", 0.8), to("translation", 0.95));

        assertThat(room.reader.clusters())
                .containsExactly(Set.of("translation", "its copy", "report", "reprint", "retelling"));
    }

    @Test
    void whatAnOperatorPutTogetherIsNotParted() {
        room.operatorSays(Kind.TOGETHER, "raid", "trial");

        twoReportsThatOneBridgeConnects();

        assertThat(room.reader.clusters()).containsExactly(Set.of("raid", "raid reprint", "trial", "trial reprint"));
    }

    private void twoReportsThatOneBridgeConnects() {
        room.arrives("raid");
        room.arrives("trial", to("raid", 0.7));
        room.arrives("trial reprint", to("trial", 0.95));
        room.arrives("raid reprint", to("raid", 0.95));
    }
}
