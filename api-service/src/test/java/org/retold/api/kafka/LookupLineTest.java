package org.retold.api.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.retold.api.Newsroom.MORNING;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.Test;
import org.retold.access.Brokers;
import org.retold.contract.Lookup;

final class LookupLineTest {

    private static final Duration PATIENCE = Duration.ofSeconds(1);

    /** Far more than the patience of who asks, and less than what Kafka's clients usually have. */
    private static final Duration LONG_BEFORE_KAFKA_GIVES_UP = Duration.ofSeconds(8);

    @Test
    void whoAsksWhileKafkaIsAwayIsToldSoAndDoesNotWaitForKafka() {
        try (LookupLine line = new LookupLine(new Connection(Brokers.at("127.0.0.1:1")), 1)) {
            CompletableFuture<LookupLine.Reply> reply = CompletableFuture.supplyAsync(() -> ask(line));

            assertThat(reply)
                    .failsWithin(LONG_BEFORE_KAFKA_GIVES_UP)
                    .withThrowableOfType(ExecutionException.class)
                    .withCauseInstanceOf(NotAcknowledgedException.class);
        }
    }

    private static LookupLine.Reply ask(LookupLine line) {
        try {
            return line.ask(new Lookup("lookup-line", "Title", List.of("Text."), null, null, MORNING), PATIENCE);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
