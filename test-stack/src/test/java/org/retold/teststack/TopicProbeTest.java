package org.retold.teststack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.apache.kafka.common.errors.SerializationException;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.retold.contract.CloudEvents;
import org.retold.contract.Rejection;
import org.retold.contract.StoryEvent;
import org.retold.contract.Topics;

@Tag("containers")
final class TopicProbeTest {

    private static final Instant ACCEPTED = Instant.parse("2026-03-01T08:00:00Z");

    @Test
    void whatWasSentIsReadWithItsTimeAndHeaders() {
        String storyId = UUID.randomUUID().toString();
        StoryEvent event = new StoryEvent("e1", storyId, StoryEvent.Kind.CREATED, 1, 1, 1, ACCEPTED, "article", null);

        try (var probe = TopicProbe.on(Topics.STORY_EVENTS)) {
            probe.send(storyId, event, ACCEPTED);
            var record = probe.awaitOne(candidate -> candidate.key().equals(storyId));

            assertThat(record.value()).isEqualTo(event);
            assertThat(record.timestamp()).isEqualTo(ACCEPTED.toEpochMilli());
            assertThat(record.headers().lastHeader(CloudEvents.TYPE).value())
                    .asString()
                    .isEqualTo("org.retold.story-event.v1");
        }
    }

    @Test
    void aProbeShowsOnlyWhatComesAfterItUnlessAsked() {
        String key = UUID.randomUUID().toString();
        try (var first = TopicProbe.on(Topics.CORRECTIONS)) {
            first.send(key, null, ACCEPTED);
            first.awaitOne(record -> record.key().equals(key));
        }

        try (var second = TopicProbe.on(Topics.CORRECTIONS)) {
            assertThat(second.settle(Duration.ofMillis(300))).isEmpty();
            assertThat(second.fromBeginning()
                            .awaitOne(record -> record.key().equals(key))
                            .value())
                    .isNull();
        }
    }

    @Test
    void poisonIsSentAsItIs() {
        try (var probe = TopicProbe.on(Topics.REJECTIONS)) {
            probe.sendPoison("key", "{not json", ACCEPTED);

            assertThatThrownBy(() -> probe.await(1))
                    .isInstanceOf(SerializationException.class)
                    .hasMessageContaining(Rejection.class.getSimpleName());
        }
    }
}
