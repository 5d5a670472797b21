package org.retold.local.kafka;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Comparator.comparingLong;
import static java.util.stream.Collectors.groupingBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;
import org.retold.access.Brokers;
import org.retold.local.redrive.Origin;
import org.retold.local.redrive.Rejected;
import org.retold.local.redrive.Rejected.Place;
import org.retold.local.redrive.Rejected.Source;
import org.retold.local.redrive.Verdict;
import org.retold.local.redrive.Verdict.Leave;
import org.retold.local.redrive.Verdict.Reason;
import org.retold.local.redrive.Verdict.SendAgain;
import org.retold.local.redrive.Verdict.SendKept;

/**
 * Sends refused records back to the partitions where they were read, byte for byte, with their keys, times and headers.
 * Each gets one more header, {@value #HEADER}, which names its first place: it is how a second time is known.
 */
public final class Returns implements AutoCloseable {

    /** Its value is {@code TOPIC/PARTITION/OFFSET} of the record that this is a copy of. */
    public static final String HEADER = "retold_sent_again_from";

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Duration POLL = Duration.ofMillis(200);

    /** More than any topic takes. */
    private static final int MOST_BYTES = 8 * 1024 * 1024;

    private final Consumer<byte[], byte[]> consumer;
    private final Producer<byte[], byte[]> producer;

    /**
     * What became of a refused record.
     *
     * @param sentTo its new offset in the partition that it came from; empty where it was left
     * @param reason why it was left; empty where it was sent
     */
    public record Returned(Rejected rejected, OptionalLong sentTo, Optional<Reason> reason) {}

    public Returns(Brokers brokers) {
        int patience = (int) PATIENCE.toMillis();
        consumer = new KafkaConsumer<>(
                brokers.and(Map.of(
                        CommonClientConfigs.DEFAULT_API_TIMEOUT_MS_CONFIG,
                        patience,
                        CommonClientConfigs.REQUEST_TIMEOUT_MS_CONFIG,
                        patience / 2,
                        ConsumerConfig.ISOLATION_LEVEL_CONFIG,
                        "read_committed",
                        ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
                        false,
                        ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG,
                        false)),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer());
        producer = new KafkaProducer<>(
                brokers.and(Map.of(
                        ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG,
                        patience / 2,
                        ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG,
                        patience,
                        ProducerConfig.MAX_BLOCK_MS_CONFIG,
                        patience,
                        ProducerConfig.MAX_REQUEST_SIZE_CONFIG,
                        MOST_BYTES)),
                new ByteArraySerializer(),
                new ByteArraySerializer());
    }

    /**
     * Sends again what can be, the earliest of a partition first, and returns when Kafka has it.
     *
     * @throws KafkaException when Kafka does not answer or does not take a record; those before it were sent
     */
    public List<Returned> send(Collection<Rejected> refused) {
        List<Returned> returned = new ArrayList<>();
        refused.stream()
                .filter(rejected -> rejected.place().isEmpty())
                .forEach(rejected -> returned.add(left(rejected, Reason.NEVER_ON_A_TOPIC)));
        refused.stream()
                .filter(rejected -> rejected.place().isPresent())
                .collect(groupingBy(rejected -> place(rejected).source()))
                .forEach((source, ofSource) -> returned.addAll(send(source, ofSource)));
        returned.sort(comparingLong(one -> one.rejected().id()));
        return List.copyOf(returned);
    }

    @Override
    public void close() {
        producer.close();
        consumer.close();
    }

    private List<Returned> send(Source source, List<Rejected> refused) {
        TopicPartition partition = new TopicPartition(source.topic(), source.partition());
        Set<Long> wanted =
                refused.stream().map(rejected -> place(rejected).offset()).collect(Collectors.toSet());
        Origin origin = new Origin(source.topic());
        Map<Long, ConsumerRecord<byte[], byte[]>> originals = new HashMap<>();
        read(partition, wanted, origin, originals);
        List<Returned> returned = new ArrayList<>();
        refused.stream()
                .sorted(comparingLong((Rejected rejected) -> place(rejected).offset()))
                .forEach(rejected -> {
                    long offset = place(rejected).offset();
                    Verdict verdict = origin.of(rejected, offset);
                    Returned one = switch (verdict) {
                        case Leave(Reason reason) -> left(rejected, reason);
                        case SendAgain again -> sent(rejected, copy(Objects.requireNonNull(originals.get(offset))));
                        case SendKept kept -> sent(rejected, kept(partition, rejected));
                    };
                    one.sentTo().ifPresent(to -> origin.note(to, rejected.key().orElse(null), OptionalLong.of(offset)));
                    returned.add(one);
                });
        return returned;
    }

    private void read(
            TopicPartition partition,
            Set<Long> wanted,
            Origin origin,
            Map<Long, ConsumerRecord<byte[], byte[]>> originals) {
        List<TopicPartition> one = List.of(partition);
        consumer.assign(one);
        long beginning = consumer.beginningOffsets(one).getOrDefault(partition, 0L);
        long end = consumer.endOffsets(one).getOrDefault(partition, 0L);
        long first = wanted.stream().mapToLong(Long::longValue).min().orElse(end);
        consumer.seek(partition, Math.max(beginning, first));
        while (consumer.position(partition) < end) {
            for (ConsumerRecord<byte[], byte[]> record : consumer.poll(POLL)) {
                origin.note(record.offset(), text(record.key()), copyOf(partition, record));
                if (wanted.contains(record.offset())) {
                    originals.put(record.offset(), record);
                }
            }
        }
    }

    private static OptionalLong copyOf(TopicPartition partition, ConsumerRecord<byte[], byte[]> record) {
        Header header = record.headers().lastHeader(HEADER);
        String here = "%s/%d/".formatted(partition.topic(), partition.partition());
        String value = header == null ? "" : String.valueOf(text(header.value()));
        return value.startsWith(here) && value.substring(here.length()).matches("\\d{1,18}")
                ? OptionalLong.of(Long.parseLong(value.substring(here.length())))
                : OptionalLong.empty();
    }

    private static ProducerRecord<byte[], byte[]> copy(ConsumerRecord<byte[], byte[]> record) {
        return new ProducerRecord<>(
                record.topic(), record.partition(), record.timestamp(), record.key(), record.value(), record.headers());
    }

    private static ProducerRecord<byte[], byte[]> kept(TopicPartition partition, Rejected rejected) {
        return new ProducerRecord<>(
                partition.topic(),
                partition.partition(),
                rejected.at().toEpochMilli(),
                rejected.key().map(key -> key.getBytes(UTF_8)).orElse(null),
                Base64.getDecoder().decode(rejected.original().orElseThrow()));
    }

    private Returned sent(Rejected rejected, ProducerRecord<byte[], byte[]> record) {
        Place place = place(rejected);
        String from =
                "%s/%d/%d".formatted(place.source().topic(), place.source().partition(), place.offset());
        // What is sent again a second time tells of the place where it was refused last.
        record.headers().remove(HEADER).add(HEADER, from.getBytes(UTF_8));
        try {
            long offset = producer.send(record).get().offset();
            return new Returned(rejected, OptionalLong.of(offset), Optional.empty());
        } catch (ExecutionException e) {
            throw new KafkaException(
                    "rejection %d was not taken: %s".formatted(rejected.id(), e.getCause()), e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new KafkaException("interrupted", e);
        }
    }

    private static Returned left(Rejected rejected, Reason reason) {
        return new Returned(rejected, OptionalLong.empty(), Optional.of(reason));
    }

    private static Place place(Rejected rejected) {
        return rejected.place().orElseThrow();
    }

    private static @Nullable String text(byte @Nullable [] bytes) {
        return bytes == null ? null : new String(bytes, UTF_8);
    }
}
