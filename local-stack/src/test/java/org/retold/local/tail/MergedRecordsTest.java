package org.retold.local.tail;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.retold.local.tail.MergedRecords.Source;

final class MergedRecordsTest {

    private static final Instant NOW = Instant.parse("2026-10-09T06:00:00Z");
    private static final Source ARTICLES = new Source("retold.articles.v1", 0);

    private final MergedRecords merged = new MergedRecords(Duration.ofMillis(300));

    @Test
    void recordsOfSeveralTopicsComeByTimeAndAtOneTimeInTheOrderOfTheFlow() {
        add("story-events", 0, 1);
        add("story-events", 1, 3);
        add("stories", 0, 3);
        add("articles", 0, 1);
        add("articles", 1, 2);

        assertThat(next(Set.of(), NOW.plusSeconds(1)))
                .containsExactly("articles/0", "story-events/0", "articles/1", "stories/0", "story-events/1");
        assertThat(merged.isEmpty()).isTrue();
    }

    @Test
    void aPartitionKeepsItsOrderAlsoWhereItsTimesDoNot() {
        add("articles", 0, 5);
        add("articles", 1, 2);
        add("stories", 0, 3);

        assertThat(next(Set.of(), NOW.plusSeconds(1))).containsExactly("stories/0", "articles/0", "articles/1");
    }

    @Test
    void nothingIsToldBeforeAPartitionThatIsBehindHasShownWhatItHas() {
        add("stories", 0, 1);

        assertThat(next(Set.of(ARTICLES), NOW.plusSeconds(9))).isEmpty();

        add("articles", 0, 0);

        assertThat(next(Set.of(ARTICLES), NOW)).containsExactly("articles/0");
    }

    @Test
    void aRecordWaitsAMomentForWhatMayBeBeforeIt() {
        add("stories", 0, 2);

        assertThat(next(Set.of(), NOW.plusMillis(299))).isEmpty();

        add("articles", 0, 1);

        assertThat(next(Set.of(), NOW.plusMillis(300))).containsExactly("articles/0", "stories/0");
    }

    @Test
    void aPartitionWithMuchToTellIsHeldBack() {
        for (int offset = 0; offset <= 200; offset++) {
            add("articles", offset, offset);
        }
        add("stories", 0, 0);

        assertThat(merged.crowded()).containsExactly(ARTICLES);
    }

    private void add(String topic, long offset, long second) {
        merged.add(
                new TopicRecord(
                        "retold." + topic + ".v1",
                        0,
                        offset,
                        Instant.EPOCH.plusSeconds(second),
                        null,
                        Map.of(),
                        JsonNodeFactory.instance.objectNode(),
                        2),
                NOW);
    }

    private List<String> next(Set<Source> behind, Instant now) {
        return merged.next(behind, now).stream()
                .map(record -> record.shortTopic() + "/" + record.offset())
                .toList();
    }
}
