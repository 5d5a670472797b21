package org.retold.api.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.retold.api.Newsroom.MORNING;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;
import org.retold.access.Brokers;
import org.retold.contract.CloudEvents;
import org.retold.contract.Correction;
import org.retold.contract.Topics;
import org.retold.teststack.TestServers;
import org.retold.teststack.TopicProbe;

final class CorrectionWriterTest {

    private final CorrectionWriter writer =
            new CorrectionWriter(new Connection(Brokers.at(TestServers.shared().kafka())));

    @Test
    void correctionsAreOnTheTopicWhenTheWriterReturns() {
        try (var topic = TopicProbe.on(Topics.CORRECTIONS)) {
            Correction first = correction("w1", "a", "b");
            Correction second = correction("w1.1", "a", "c");

            writer.say(List.of(first, second));

            List<ConsumerRecord<String, Correction>> records = topic.await(2);
            assertThat(records).extracting(ConsumerRecord::value).containsExactly(first, second);
            assertThat(records.getFirst().key()).isEqualTo("w1");
            assertThat(records.getFirst().timestamp()).isEqualTo(MORNING.toEpochMilli());
            assertThat(header(records.getFirst(), CloudEvents.TYPE)).isEqualTo("org.retold.correction.v1");
            assertThat(header(records.getFirst(), CloudEvents.SOURCE)).isEqualTo("/retold/api-service");
        }
    }

    @Test
    void aWithdrawnCorrectionIsATombstone() {
        try (var topic = TopicProbe.on(Topics.CORRECTIONS)) {
            writer.withdraw(List.of("w2"), MORNING);

            ConsumerRecord<String, Correction> record = topic.await(1).getFirst();
            assertThat(record.key()).isEqualTo("w2");
            assertThat(record.value()).isNull();
        }
    }

    @Test
    void ofCorrectionsThatKafkaDoesNotTakeAllNoneIsRead() {
        try (var topic = TopicProbe.on(Topics.CORRECTIONS)) {
            Correction small = correction("w3", "a", "b");
            Correction tooLarge = correction("w3.1", "a", "b".repeat(2 * 1024 * 1024));

            assertThatThrownBy(() -> writer.say(List.of(small, tooLarge))).isInstanceOf(NotAcknowledgedException.class);

            Correction after = correction("w4", "a", "b");
            writer.say(List.of(after));
            assertThat(topic.await(1)).extracting(ConsumerRecord::value).containsExactly(after);
        }
    }

    @Test
    void whenTheBrokerIsAwayItSaysSo() {
        CorrectionWriter nowhere =
                new CorrectionWriter(new Connection(Brokers.at("127.0.0.1:1"), Duration.ofMillis(300)));

        assertThatThrownBy(() -> nowhere.say(List.of(correction("w5", "a", "b"))))
                .isInstanceOf(NotAcknowledgedException.class);
    }

    private static Correction correction(String id, String... articleIds) {
        return new Correction(id, Correction.Kind.TOGETHER, List.of(articleIds), "desk", MORNING, null);
    }

    private static String header(ConsumerRecord<?, ?> record, String name) {
        return new String(record.headers().lastHeader(name).value(), StandardCharsets.UTF_8);
    }
}
