package org.retold.api.kafka;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.retold.contract.CloudEvents;
import org.retold.contract.Json;
import org.retold.contract.Rejection;
import org.retold.contract.Topics;

/** Writes down what was refused, before the reading goes on behind it. */
public final class RejectionWriter implements AutoCloseable {

    private final Producer<byte[], byte[]> producer;

    public RejectionWriter(Connection connection) {
        this.producer = connection.producer();
    }

    /** Returns when Kafka has them; a crash in between writes them again, under the same {@code ce_id}. */
    public void write(List<Rejection> rejections) {
        List<Future<?>> sent = new ArrayList<>();
        rejections.forEach(rejection -> sent.add(producer.send(recordOf(rejection))));
        try {
            for (Future<?> one : sent) {
                one.get();
            }
        } catch (ExecutionException e) {
            throw new KafkaException("cannot write rejections", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new KafkaException("interrupted", e);
        }
    }

    @Override
    public void close() {
        producer.close(java.time.Duration.ofSeconds(2));
    }

    private static ProducerRecord<byte[], byte[]> recordOf(Rejection rejection) {
        String place = "%s-%s-%s".formatted(rejection.topic(), rejection.partition(), rejection.offset());
        String key = rejection.key() == null ? place : rejection.key();
        return new ProducerRecord<>(
                Topics.REJECTIONS.name(),
                null,
                rejection.at().toEpochMilli(),
                key.getBytes(UTF_8),
                Json.write(rejection),
                CloudEvents.headers(Topics.REJECTIONS, "/retold/api-service", place, rejection.at()));
    }
}
