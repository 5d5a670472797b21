package org.retold.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class TopicTest {

    @Test
    void whatIsDeletedIsInSegmentsThatAreShortEnough() {
        assertThat(Topics.LOOKUPS.settings())
                .containsEntry("retention.ms", millis(Duration.ofHours(1)))
                .containsEntry("segment.ms", millis(Duration.ofHours(1).dividedBy(7)));
        assertThat(Topics.ARTICLES.settings())
                .containsEntry("cleanup.policy", "delete")
                .containsEntry("segment.ms", millis(Duration.ofDays(7)))
                .containsEntry("delete.retention.ms", millis(Duration.ofDays(180)));
    }

    @Test
    void whatANewerSnapshotReplacedDoesNotStayLong() {
        assertThat(Topics.STORIES.settings())
                .containsEntry("cleanup.policy", "compact")
                .containsEntry("max.compaction.lag.ms", millis(Duration.ofMinutes(30)));
        assertThat(Topics.CORRECTIONS.settings()).doesNotContainKey("max.compaction.lag.ms");
    }

    private static String millis(Duration duration) {
        return Long.toString(duration.toMillis());
    }
}
