package org.retold.api.kafka;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.jboss.logging.Logger;
import org.retold.contract.CloudEvents;
import org.retold.contract.Json;
import org.retold.contract.Lookup;
import org.retold.contract.LookupAnswer;
import org.retold.contract.Topics;
import org.retold.trail.Unquoted;

/**
 * Asks dedupe-service by topic, and hears its answers in a thread of its own: {@link #run}, until it is closed. Answers to
 * what another instance asked are passed over.
 */
public final class LookupLine implements Runnable, AutoCloseable {

    private static final Logger LOG = Logger.getLogger(LookupLine.class);
    private static final TopicPartition ANSWERS = new TopicPartition(Topics.LOOKUP_ANSWERS.name(), 0);
    private static final Duration POLL = Duration.ofMillis(500);
    private static final Duration AGAIN = Duration.ofSeconds(2);

    /** Who asks has little patience, so that Kafka has less. */
    private static final Duration KAFKAS_PATIENCE = Duration.ofSeconds(2);

    private final Connection connection;
    private final Producer<byte[], byte[]> producer;
    private final Semaphore room;
    private final Map<String, CompletableFuture<LookupAnswer>> waiting = new ConcurrentHashMap<>();
    private volatile boolean closed;

    /** @param most questions that may wait at once, 1 or more */
    public LookupLine(Connection connection, int most) {
        this.connection = connection;
        this.producer = new Connection(connection.brokers(), KAFKAS_PATIENCE).producer();
        this.room = new Semaphore(most);
    }

    /** What became of a question. */
    public sealed interface Reply {

        record Answered(LookupAnswer answer) implements Reply {}

        /** Nobody answered within the patience. */
        record Late() implements Reply {}

        /** Too many wait already. */
        record Busy() implements Reply {}
    }

    /** @throws NotAcknowledgedException when Kafka did not take the question */
    public Reply ask(Lookup lookup, Duration patience) throws InterruptedException {
        if (!room.tryAcquire()) {
            return new Reply.Busy();
        }
        CompletableFuture<LookupAnswer> answer = new CompletableFuture<>();
        waiting.put(lookup.id(), answer);
        try {
            long until = System.nanoTime() + patience.toNanos();
            send(lookup, until);
            return new Reply.Answered(answer.get(until - System.nanoTime(), TimeUnit.NANOSECONDS));
        } catch (TimeoutException | ExecutionException e) {
            return new Reply.Late();
        } finally {
            waiting.remove(lookup.id());
            room.release();
        }
    }

    /** @param until of the clock that only measures */
    private void send(Lookup lookup, long until) throws InterruptedException {
        try {
            producer.send(recordOf(lookup)).get(until - System.nanoTime(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException | ExecutionException e) {
            throw new NotAcknowledgedException("Kafka did not take a look-up: " + e.getMessage(), e);
        }
    }

    private static ProducerRecord<byte[], byte[]> recordOf(Lookup lookup) {
        return new ProducerRecord<>(
                Topics.LOOKUPS.name(),
                null,
                lookup.asked().toEpochMilli(),
                lookup.id().getBytes(UTF_8),
                Json.write(lookup),
                CloudEvents.headers(Topics.LOOKUPS, "/retold/api-service", lookup.id(), lookup.asked()));
    }

    @Override
    public void run() {
        while (!closed) {
            try (Consumer<byte[], byte[]> consumer = connection.consumer()) {
                hear(consumer);
            } catch (RuntimeException e) {
                LOG.debugf("answers to look-ups are not heard, trying again: reason=%s", e.getMessage());
                pause();
            }
        }
    }

    /** From now on: nobody waits for older answers. */
    private void hear(Consumer<byte[], byte[]> consumer) {
        if (consumer.partitionsFor(ANSWERS.topic(), POLL).isEmpty()) {
            pause();
            return;
        }
        consumer.assign(List.of(ANSWERS));
        consumer.seekToEnd(List.of(ANSWERS));
        LOG.debugf("answers to look-ups are heard from: offset=%d", consumer.position(ANSWERS));
        while (!closed) {
            for (ConsumerRecord<byte[], byte[]> record : consumer.poll(POLL)) {
                Optional.ofNullable(record.key())
                        .map(key -> waiting.get(new String(key, UTF_8)))
                        .ifPresent(answer -> complete(answer, record));
            }
        }
    }

    private static void complete(CompletableFuture<LookupAnswer> answer, ConsumerRecord<byte[], byte[]> record) {
        Optional<String> unknown = CloudEvents.unknownVersion(Topics.LOOKUP_ANSWERS, record.headers());
        if (unknown.isPresent()) {
            LOG.warnf("an answer to a look-up cannot be read: reason=%s", unknown.get());
            return;
        }
        try {
            LookupAnswer read = Json.read(LookupAnswer.class, record.value());
            if (read != null) {
                answer.complete(read);
            }
        } catch (RuntimeException e) {
            LOG.warnf("an answer to a look-up cannot be read: reason=%s", Unquoted.said(e));
        }
    }

    private static void pause() {
        try {
            TimeUnit.NANOSECONDS.sleep(AGAIN.toNanos());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        closed = true;
        producer.close(Duration.ofSeconds(1));
    }
}
