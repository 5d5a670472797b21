package org.retold.api.kafka;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.retold.api.Newsroom.MORNING;
import static org.retold.api.Newsroom.story;

import java.time.InstantSource;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.retold.contract.CloudEvents;
import org.retold.contract.Json;
import org.retold.contract.Rejection;
import org.retold.contract.Topics;

final class RecordSorterTest {

    private final RecordSorter sorter = new RecordSorter(InstantSource.fixed(MORNING));

    @Test
    void aRecordOfAVersionThatIsNotKnownIsRefusedHoweverItLooks() {
        sorter.add(record(0, Json.write(story("s1", 1, 500, 1, "a")), "org.retold.story.v99"));
        sorter.add(record(1, null, "org.retold.story.v2"));

        assertThat(sorter.stories).isEmpty();
        assertThat(sorter.refused).extracting(Rejection::code).containsOnly("unknown-version");
        assertThat(sorter.refused).extracting(Rejection::offset).containsExactly(0L, 1L);
    }

    @Test
    void aRecordThatDoesNotSayItsTypeIsThatOfItsTopic() {
        sorter.add(record(0, Json.write(story("s1", 1, 500, 1, "a")), ""));
        sorter.add(record(1, Json.write(story("s1", 2, 501, 1, "a")), "org.retold.story.v1"));

        assertThat(sorter.refused).isEmpty();
        assertThat(sorter.stories).hasSize(2);
    }

    private static ConsumerRecord<byte[], byte[]> record(long offset, byte @Nullable [] value, String type) {
        RecordHeaders headers = new RecordHeaders();
        if (!type.isEmpty()) {
            headers.add(CloudEvents.TYPE, type.getBytes(UTF_8));
        }
        return new ConsumerRecord<>(
                Topics.STORIES.name(),
                0,
                offset,
                MORNING.toEpochMilli(),
                TimestampType.CREATE_TIME,
                2,
                0,
                "s1".getBytes(UTF_8),
                value,
                headers,
                Optional.empty());
    }
}
