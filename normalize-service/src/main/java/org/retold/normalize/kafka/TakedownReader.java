package org.retold.normalize.kafka;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.errors.WakeupException;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.retold.contract.CloudEvents;
import org.retold.contract.Json;
import org.retold.contract.Removal;
import org.retold.contract.Takedown;
import org.retold.contract.Topics;
import org.retold.normalize.takedown.Takedowns;
import org.retold.trail.Unquoted;

/** Follows the takedowns and what was told of them, from the first one on; every instance does. */
public final class TakedownReader implements Runnable {

    private static final Logger LOG = Logger.getLogger(TakedownReader.class);
    private static final Duration POLL = Duration.ofSeconds(1);
    private static final List<TopicPartition> PARTITIONS =
            List.of(new TopicPartition(Topics.TAKEDOWNS.name(), 0), new TopicPartition(Topics.REMOVALS.name(), 0));

    private final Connection connection;
    private final Takedowns takedowns;
    private volatile boolean stopping;
    private volatile @Nullable Consumer<String, byte[]> consumer;

    public TakedownReader(Connection connection, Takedowns takedowns) {
        this.connection = connection;
        this.takedowns = takedowns;
    }

    @Override
    public void run() {
        while (!stopping) {
            try (Consumer<String, byte[]> fresh = connection.consumer(Map.of())) {
                consumer = fresh;
                follow(fresh);
            } catch (WakeupException e) {
                LOG.debug("woken up");
            } catch (RuntimeException e) {
                LOG.warnf("takedowns are read from the beginning again reason=%s", Unquoted.said(e));
            }
        }
    }

    public void stop() {
        stopping = true;
        Consumer<String, byte[]> current = consumer;
        if (current != null) {
            current.wakeup();
        }
    }

    private void follow(Consumer<String, byte[]> topics) {
        topics.assign(PARTITIONS);
        topics.seekToBeginning(PARTITIONS);
        Map<TopicPartition, Long> ends = topics.endOffsets(PARTITIONS);
        while (!stopping) {
            topics.poll(POLL).forEach(this::apply);
            if (PARTITIONS.stream().allMatch(at -> topics.position(at) >= Objects.requireNonNull(ends.get(at)))) {
                takedowns.areKnown();
            }
        }
    }

    private void apply(ConsumerRecord<String, byte[]> record) {
        boolean ofOperators = record.topic().equals(Topics.TAKEDOWNS.name());
        Optional<String> unknown =
                CloudEvents.unknownVersion(ofOperators ? Topics.TAKEDOWNS : Topics.REMOVALS, record.headers());
        if (unknown.isPresent()) {
            leaveOut(record, unknown.get());
            return;
        }
        try {
            if (ofOperators) {
                Takedown takedown = Json.read(Takedown.class, record.value());
                if (takedown == null) {
                    takedowns.lift(record.key());
                } else {
                    takedowns.say(takedown);
                }
            } else {
                Removal removal = Json.read(Removal.class, record.value());
                if (removal == null) {
                    takedowns.forget(record.key());
                } else {
                    takedowns.report(removal);
                }
            }
        } catch (SerializationException e) {
            leaveOut(record, Unquoted.said(e));
        }
    }

    private static void leaveOut(ConsumerRecord<String, byte[]> record, String reason) {
        LOG.warnf("record left out topic=%s offset=%d reason=%s", record.topic(), record.offset(), reason);
    }
}
