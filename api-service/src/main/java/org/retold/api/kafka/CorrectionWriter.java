package org.retold.api.kafka;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;
import org.retold.contract.CloudEvents;
import org.retold.contract.Correction;
import org.retold.contract.Json;
import org.retold.contract.Topics;

/**
 * Writes down what operators say, all of it or nothing. Operators seldom say something: each time has a producer of its
 * own, and no state that could be stale is kept in between.
 */
public final class CorrectionWriter {

    private static final String SOURCE = "/retold/api-service";

    private static final Duration CLOSE_WITHIN = Duration.ofSeconds(2);

    private final Connection connection;

    public CorrectionWriter(Connection connection) {
        this.connection = connection;
    }

    /**
     * Returns when Kafka has them all.
     *
     * @throws NotAcknowledgedException when it has none of them, or does not say
     */
    public void say(List<Correction> corrections) {
        write(corrections.stream()
                .map(correction -> record(correction.id(), correction, correction.at()))
                .toList());
    }

    /**
     * Takes corrections back; what they did stays done.
     *
     * @throws NotAcknowledgedException when Kafka took none of it, or does not say
     */
    public void withdraw(List<String> ids, Instant at) {
        write(ids.stream().map(id -> record(id, null, at)).toList());
    }

    // The commit waits for what was sent, and throws what became of it.
    @SuppressWarnings("FutureReturnValueIgnored")
    private void write(List<ProducerRecord<byte[], byte[]>> records) {
        Producer<byte[], byte[]> producer = connection.producer("retold-api-corrections-" + UUID.randomUUID());
        try {
            producer.initTransactions();
            producer.beginTransaction();
            records.forEach(producer::send);
            producer.commitTransaction();
        } catch (KafkaException e) {
            throw new NotAcknowledgedException("Kafka did not take corrections: " + e.getMessage(), e);
        } finally {
            // Aborts what was not committed.
            producer.close(CLOSE_WITHIN);
        }
    }

    private static ProducerRecord<byte[], byte[]> record(String id, @Nullable Correction correction, Instant at) {
        Headers headers = CloudEvents.headers(Topics.CORRECTIONS, SOURCE, id + "@" + at, at);
        return new ProducerRecord<>(
                Topics.CORRECTIONS.name(),
                null,
                at.toEpochMilli(),
                id.getBytes(UTF_8),
                Json.write(correction),
                headers);
    }
}
