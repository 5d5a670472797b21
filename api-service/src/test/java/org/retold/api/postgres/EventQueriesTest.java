package org.retold.api.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.retold.api.Newsroom.MORNING;
import static org.retold.api.Newsroom.event;
import static org.retold.api.Newsroom.story;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.retold.api.arrival.BatchOf;
import org.retold.api.story.PlacedEvent;
import org.retold.contract.Story;
import org.retold.contract.StoryEvent;
import org.retold.contract.StoryEvent.Kind;

final class EventQueriesTest {

    private final TestDatabase database = TestDatabase.fresh();
    private final ReadModel readModel =
            new ReadModel(database.migrations(), database.jdbi(), InstantSource.fixed(MORNING));

    @BeforeEach
    void migrate() {
        readModel.migrate();
    }

    @Test
    void eventsComeInTheirOrderWithTheStoryAsItIsNow() {
        apply(story("a", 2, 2, 1, "x", "y"));
        apply(7, event("e1", "a", Kind.CREATED, 1, 1));
        apply(9, event("e2", "a", Kind.JOINED, 2, 2));

        List<PlacedEvent> found = at(MORNING).after(-1, 10);

        assertThat(found).extracting(PlacedEvent::position).containsExactly(7L, 9L);
        assertThat(found)
                .allSatisfy(event -> assertThat(event.story())
                        .satisfies(story -> assertThat(story.articleCount()).isEqualTo(2)));
        assertThat(at(MORNING).after(7, 10)).extracting(PlacedEvent::position).containsExactly(9L);
        assertThat(at(MORNING).after(-1, 1)).extracting(PlacedEvent::position).containsExactly(7L);
        assertThat(at(MORNING).newest()).isEqualTo(9);
    }

    @Test
    void anEventWaitsForItsSnapshotAndNoneOvertakesItButNotForEver() {
        apply(story("a", 1, 1, 1, "x"));
        apply(0, event("e1", "a", Kind.CREATED, 1, 1));
        apply(1, event("e2", "a", Kind.JOINED, 2, 2));
        apply(2, event("e3", "b", Kind.EXPIRED, 3, 3));

        assertThat(at(MORNING).after(-1, 10)).extracting(PlacedEvent::position).containsExactly(0L);
        assertThat(at(MORNING.plusSeconds(11)).after(-1, 10))
                .extracting(PlacedEvent::position)
                .containsExactly(0L, 1L, 2L);

        apply(story("a", 2, 2, 1, "x", "y"));

        assertThat(at(MORNING).after(-1, 10)).extracting(PlacedEvent::position).containsExactly(0L, 1L, 2L);
    }

    @Test
    void ofAStoryThatIsGoneItIsKnownWhetherItEverHadASecondArticle() {
        apply(story("here", 1, 1, 1, "x"));
        apply(0, event("e0", "here", Kind.CREATED, 1, 1));
        apply(1, event("e1", "single", Kind.CREATED, 1, 2));
        apply(2, event("e2", "single", Kind.REVISED, 2, 3));
        apply(3, event("e3", "single", Kind.EXPIRED, 3, 4));
        apply(4, event("e4", "pair", Kind.CREATED, 1, 5));
        apply(5, event("e5", "pair", Kind.JOINED, 2, 6));
        apply(6, event("e6", "pair", Kind.EXPIRED, 3, 7));
        apply(7, event("e7", "half", Kind.SPLIT, 1, 8));
        apply(8, event("e8", "half", Kind.EXPIRED, 2, 9));
        apply(9, event("e9", "older-than-its-events", Kind.EXPIRED, 9, 10));

        assertThat(at(MORNING.plusSeconds(11)).after(-1, 10))
                .filteredOn(PlacedEvent::alone)
                .extracting(PlacedEvent::position)
                .containsExactly(1L, 2L, 3L);
    }

    @Test
    void whereNothingHappenedThereIsNoNewestEvent() {
        assertThat(at(MORNING).newest()).isEqualTo(-1);
        assertThat(at(MORNING).after(-1, 10)).isEmpty();
    }

    private EventQueries at(Instant now) {
        return new EventQueries(database.jdbi(), InstantSource.fixed(now));
    }

    private void apply(Story story) {
        TestDatabase.apply(BatchOf.told(story), readModel);
    }

    private void apply(long position, StoryEvent event) {
        TestDatabase.apply(BatchOf.happened(position, event), readModel);
    }
}
