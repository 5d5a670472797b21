package org.retold.normalize.kafka;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.retold.contract.Topics;

/** Whose turn it is to sweep: the instance that Kafka gives the one partition of takedowns to. */
final class SweepDuty implements AutoCloseable {

    private static final String GROUP = "retold-normalize-sweep";
    private static final Duration LONGEST_ROUND = Duration.ofMinutes(30);
    private static final Duration POLL = Duration.ofMillis(100);

    private final Consumer<String, byte[]> member;

    SweepDuty(Connection connection) {
        member = connection.consumer(
                Map.of(ConsumerConfig.GROUP_ID_CONFIG, GROUP, ConsumerConfig.MAX_POLL_INTERVAL_MS_CONFIG, (int)
                        LONGEST_ROUND.toMillis()));
        member.subscribe(List.of(Topics.TAKEDOWNS.name()));
    }

    /** To be asked again and again; who does not ask for half an hour loses it. */
    boolean isOurs() {
        member.poll(POLL);
        return !member.assignment().isEmpty();
    }

    @Override
    public void close() {
        member.close();
    }
}
