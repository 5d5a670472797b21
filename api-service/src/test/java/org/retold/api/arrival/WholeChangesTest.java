package org.retold.api.arrival;

import static org.assertj.core.api.Assertions.assertThat;
import static org.retold.api.Newsroom.MORNING;
import static org.retold.api.Newsroom.merged;
import static org.retold.api.Newsroom.story;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.retold.contract.Story;

final class WholeChangesTest {

    private static final Source STORIES = new Source("retold.stories.v1", 0);

    @Test
    void halfOfAMergeWaitsForTheOtherHalf() {
        List<Arrival<Story>> arrivals = arrivals(story("a", 1, 1, 1, "x"), story("a", 2, 2, 2, "x", "y"));

        WholeChanges changes = WholeChanges.of(arrivals, false);

        assertThat(changes.whole()).extracting(Arrival::offset).containsExactly(0L);
        assertThat(changes.waiting()).extracting(Arrival::offset).containsExactly(1L);
    }

    @Test
    void aMergeThatIsAllThereIsWhole() {
        List<Arrival<Story>> arrivals = arrivals(story("a", 2, 2, 2, "x", "y"), merged("b", 2, 2, 2, "a"));

        WholeChanges changes = WholeChanges.of(arrivals, false);

        assertThat(changes.whole()).hasSize(2);
        assertThat(changes.waiting()).isEmpty();
    }

    @Test
    void theSameSnapshotTwiceIsStillHalfOfAMerge() {
        List<Arrival<Story>> arrivals = arrivals(story("a", 2, 2, 2, "x", "y"), story("a", 2, 2, 2, "x", "y"));

        assertThat(WholeChanges.of(arrivals, false).whole()).isEmpty();
    }

    @Test
    void whatCompactionLeftOfAChangeIsWholeAsSoonAsAnotherFollows() {
        List<Arrival<Story>> arrivals = arrivals(merged("b", 2, 2, 2, "a"), story("c", 1, 3, 1, "z"));

        assertThat(WholeChanges.of(arrivals, false).whole()).hasSize(2);
    }

    @Test
    void atTheEndOfTheTopicNothingWaits() {
        List<Arrival<Story>> arrivals = arrivals(merged("b", 2, 2, 2, "a"));

        assertThat(WholeChanges.of(arrivals, true).whole()).hasSize(1);
    }

    @Test
    void tombstonesBelongToNoChange() {
        List<Arrival<Story>> arrivals = arrivals(null, story("a", 2, 2, 2, "x"), null);

        WholeChanges changes = WholeChanges.of(arrivals, false);

        assertThat(changes.whole()).hasSize(1);
        assertThat(changes.waiting()).hasSize(2);
    }

    private static List<Arrival<Story>> arrivals(@Nullable Story... stories) {
        List<Arrival<Story>> arrivals = new ArrayList<>();
        for (Story story : stories) {
            arrivals.add(new Arrival<>(STORIES, arrivals.size(), MORNING, story == null ? "gone" : story.id(), story));
        }
        return arrivals;
    }
}
